// SPDX-License-Identifier: Apache-2.0
#include "scenarios/distribution_reader.h"

#include <array>

#include "scenarios/references.h"
#include "sim/base/number_text.h"
#include "sim/model/words.h"

namespace muster::scenarios {

namespace {

constexpr double smallest_scale = 1e-6;  // keeps gamma and Weibull laws away from division by nought

struct ParameterNames {
    const char *a, *b;
    bool a_has_unit, b_has_unit;
};

constexpr auto parameter_names = [] {
    using enum DistributionKind;
    std::array<ParameterNames, words_of<DistributionKind>.size()> names{};
    const auto of = [&](DistributionKind kind) -> ParameterNames& { return names[static_cast<std::size_t>(kind)]; };
    of(constant) = {"value", "", true, false};
    of(uniform) = {"low", "high", true, true};
    of(normal) = {"mean", "sd", true, true};
    of(log_normal) = {"mu", "sigma", false, false};
    of(gamma) = {"shape", "scale", false, true};
    of(weibull) = {"scale", "shape", true, false};
    return names;
}();

void allow_keys(const floorplans::JsonCursor& place, const DistributionFormat& format, DistributionKind kind) {
    const auto [a, b] = parameter_keys(kind, format);
    const std::string shift = "shift" + format.suffix, low = "low" + format.suffix, high = "high" + format.suffix;
    if (kind == DistributionKind::constant)
        place.allow_keys({"law", a, shift});
    else
        place.allow_keys({"law", a, b, shift, low, high});
}

void report_if_crossed(const floorplans::JsonCursor& place, double low, double high) {
    if (low > high)
        place.report(Severity::error, "law.low_above_high", {{"low", short_number(low)}, {"high", short_number(high)}});
}

// Where the distribution is cut.
void read_cut(const floorplans::JsonCursor& place, const DistributionFormat& format, Distribution& out) {
    out.low = place["low" + format.suffix].number_or(format.smallest, format.largest, out.low);
    out.high = place["high" + format.suffix].number_or(format.smallest, format.largest, out.high);
    report_if_crossed(place, out.low, out.high);
}

}  // namespace

ParameterKeys parameter_keys(DistributionKind kind, const DistributionFormat& format) {
    const ParameterNames& names = parameter_names[static_cast<std::size_t>(kind)];
    return {names.a + (names.a_has_unit ? format.suffix : ""), names.b + (names.b_has_unit ? format.suffix : "")};
}

Distribution read_distribution(const floorplans::JsonCursor& place, const DistributionFormat& format) {
    Distribution out;
    out.low = format.smallest;
    out.high = format.largest;
    const auto kind = place["law"].word<DistributionKind>();
    if (!kind) return out;
    out.kind = *kind;
    out.shift = place["shift" + format.suffix].number_or(-format.largest, format.largest, 0.0);
    allow_keys(place, format, out.kind);
    const auto keys = parameter_keys(out.kind, format);
    const auto a = [&](double low, double high) { out.a = place[keys.a].number(low, high, low); };
    const auto b = [&](double low, double high) { out.b = place[keys.b].number(low, high, low); };
    switch (out.kind) {
        case DistributionKind::constant:
            a(format.smallest, format.largest);
            return out;
        case DistributionKind::uniform:
            a(format.smallest, format.largest);
            b(format.smallest, format.largest);
            report_if_crossed(place, out.a, out.b);
            return out;
        case DistributionKind::normal:
            a(format.smallest, format.largest);
            b(0.0, format.largest);
            break;
        case DistributionKind::log_normal:
            a(-20.0, 20.0);
            b(0.0, 5.0);
            break;
        case DistributionKind::gamma:
            a(0.05, 1000.0);
            b(smallest_scale, format.largest);
            break;
        case DistributionKind::weibull:
            a(smallest_scale, format.largest);
            b(0.05, 1000.0);
            break;
    }
    read_cut(place, format, out);
    return out;
}

}  // namespace muster::scenarios
