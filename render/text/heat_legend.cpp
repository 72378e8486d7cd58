// SPDX-License-Identifier: Apache-2.0
#include "render/text/heat_legend.h"

#include "render/text/catalogue.h"

namespace muster::text {

namespace {

std::string_view code_of(analysis::HeatKind kind) {
    switch (kind) {
        case analysis::HeatKind::density:
            return "density";
        case analysis::HeatKind::peak_density:
            return "peak_density";
        case analysis::HeatKind::speed:
            return "speed";
        case analysis::HeatKind::time_lost:
            return "time_lost";
        case analysis::HeatKind::pressure:
            return "pressure";
        case analysis::HeatKind::layer_height:
            return "layer_height";
        case analysis::HeatKind::visibility:
            return "visibility";
        case analysis::HeatKind::temperature:
            return "temperature";
        case analysis::HeatKind::dose_rate:
            return "dose_rate";
        case analysis::HeatKind::dose:
            return "dose";
    }
    return {};
}

}  // namespace

HeatLegend heat_legend(analysis::HeatKind kind, Lang lang) {
    const Catalogue words(lang);
    const std::string code(code_of(kind));
    const bool crowd = kind == analysis::HeatKind::density || kind == analysis::HeatKind::peak_density;
    HeatLegend legend{words.text("heat." + code), analysis::heat_scale(kind).unit, {}};
    if (crowd) legend.unit = words.text("heat.unit.density");
    if (kind == analysis::HeatKind::time_lost) legend.unit = words.text("heat.unit.time_lost");
    const bool has_words = analysis::heat_scale(kind).threshold || kind == analysis::HeatKind::pressure;
    if (has_words) legend.threshold = words.text("heat.why." + (crowd ? std::string("density") : code));
    return legend;
}

}  // namespace muster::text
