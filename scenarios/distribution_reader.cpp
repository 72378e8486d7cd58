// SPDX-License-Identifier: Apache-2.0
#include "scenarios/distribution_reader.h"

#include "scenarios/references.h"
#include "sim/base/number_text.h"
#include "sim/model/words.h"

namespace muster::scenarios {

namespace {

constexpr double smallest_scale = 1e-6;  // keeps gamma and Weibull laws away from division by nought

// A parameter of the distribution at `place`; `key` gets the unit's suffix.
class Parameters {
public:
    Parameters(const floorplans::JsonCursor& place, const DistributionFormat& format)
        : place_(place), format_(format) {}

    [[nodiscard]] double required(const char* key, double low, double high) const {
        return place_[key + format_.suffix].number(low, high, low);
    }
    [[nodiscard]] double quantity(const char* key) const { return required(key, format_.smallest, format_.largest); }
    [[nodiscard]] double spread(const char* key) const { return required(key, 0.0, format_.largest); }
    [[nodiscard]] double optional(const char* key, double low, double otherwise) const {
        return place_[key + format_.suffix].number_or(low, format_.largest, otherwise);
    }
    [[nodiscard]] double unitless(const char* key, double low, double high) const {
        return place_[key].number(low, high, low);
    }
    void allow(const char* first, const char* second) const {
        const std::string& unit = format_.suffix;
        const auto named = [&](std::string key) {
            const bool has_unit = key != "mu" && key != "sigma" && key != "shape";
            return has_unit ? key + unit : key;
        };
        const std::string a = named(first), b = named(second), shift = "shift" + unit;
        const std::string low = "low" + unit, high = "high" + unit;
        if (std::string(first) == "value") return place_.allow_keys({"law", a, shift});
        place_.allow_keys({"law", a, b, shift, low, high});
    }

private:
    const floorplans::JsonCursor& place_;
    const DistributionFormat& format_;
};

void read_cut(const floorplans::JsonCursor& place, const Parameters& p, const DistributionFormat& format,
              Distribution& distribution) {
    distribution.low = p.optional("low", format.smallest, distribution.low);
    distribution.high = p.optional("high", format.smallest, distribution.high);
    if (distribution.low > distribution.high)
        place.report(Severity::error, "law.low_above_high",
                     {{"low", short_number(distribution.low)}, {"high", short_number(distribution.high)}});
}

void read_uniform(const floorplans::JsonCursor& place, const Parameters& p, Distribution& distribution) {
    p.allow("low", "high");
    distribution.a = p.quantity("low");
    distribution.b = p.quantity("high");
    if (distribution.a > distribution.b)
        place.report(Severity::error, "law.low_above_high",
                     {{"low", short_number(distribution.a)}, {"high", short_number(distribution.b)}});
}

}  // namespace

Distribution read_distribution(const floorplans::JsonCursor& place, const DistributionFormat& format) {
    Distribution distribution;
    distribution.low = format.smallest;
    distribution.high = format.largest;
    const auto kind = place["law"].word<DistributionKind>();
    if (!kind) return distribution;
    distribution.kind = *kind;
    const Parameters p(place, format);
    distribution.shift = p.optional("shift", -format.largest, 0.0);
    switch (distribution.kind) {
        case DistributionKind::constant:
            p.allow("value", "value");
            distribution.a = p.quantity("value");
            return distribution;
        case DistributionKind::uniform:
            read_uniform(place, p, distribution);
            return distribution;
        case DistributionKind::normal:
            p.allow("mean", "sd");
            distribution.a = p.quantity("mean");
            distribution.b = p.spread("sd");
            break;
        case DistributionKind::log_normal:
            p.allow("mu", "sigma");
            distribution.a = p.unitless("mu", -20.0, 20.0);
            distribution.b = p.unitless("sigma", 0.0, 5.0);
            break;
        case DistributionKind::gamma:
            p.allow("shape", "scale");
            distribution.a = p.unitless("shape", 0.05, 1000.0);
            distribution.b = p.required("scale", smallest_scale, format.largest);
            break;
        case DistributionKind::weibull:
            p.allow("scale", "shape");
            distribution.a = p.required("scale", smallest_scale, format.largest);
            distribution.b = p.unitless("shape", 0.05, 1000.0);
            break;
    }
    read_cut(place, p, format, distribution);
    return distribution;
}

}  // namespace muster::scenarios
