// SPDX-License-Identifier: Apache-2.0
#include "render/text/heat_legend.h"

#include "render/text/catalogue.h"

namespace muster {

namespace {

std::string_view code_of(HeatKind kind) {
    switch (kind) {
        case HeatKind::density:
            return "density";
        case HeatKind::peak_density:
            return "peak_density";
        case HeatKind::speed:
            return "speed";
        case HeatKind::time_lost:
            return "time_lost";
        case HeatKind::pressure:
            return "pressure";
        case HeatKind::layer_height:
            return "layer_height";
        case HeatKind::visibility:
            return "visibility";
        case HeatKind::temperature:
            return "temperature";
        case HeatKind::dose_rate:
            return "dose_rate";
        case HeatKind::dose:
            return "dose";
    }
    return {};
}

}  // namespace

HeatLegend heat_legend(HeatKind kind, Lang lang) {
    const Catalogue words(lang);
    const std::string code(code_of(kind));
    const bool crowd = kind == HeatKind::density || kind == HeatKind::peak_density;
    HeatLegend legend{words.text("heat." + code), heat_scale(kind).unit, {}};
    if (crowd) legend.unit = words.text("heat.unit.density");
    if (kind == HeatKind::time_lost) legend.unit = words.text("heat.unit.time_lost");
    const bool has_words = heat_scale(kind).threshold || kind == HeatKind::pressure;
    if (has_words) legend.threshold = words.text("heat.why." + (crowd ? std::string("density") : code));
    return legend;
}

}  // namespace muster
