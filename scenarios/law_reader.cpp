// SPDX-License-Identifier: Apache-2.0
#include "scenarios/law_reader.h"

#include "scenarios/references.h"
#include "sim/base/number_text.h"
#include "sim/model/words.h"

namespace muster::scenarios {

namespace {

constexpr double smallest_scale = 1e-6;  // keeps gamma and Weibull laws away from division by nought

// A parameter of the law at `place`; `key` gets the unit's suffix.
class Parameters {
public:
    Parameters(const floorplans::JsonCursor& place, const LawFormat& format) : place_(place), format_(format) {}

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
    const LawFormat& format_;
};

void read_cut(const floorplans::JsonCursor& place, const Parameters& p, const LawFormat& format, Law& law) {
    law.low = p.optional("low", format.smallest, law.low);
    law.high = p.optional("high", format.smallest, law.high);
    if (law.low > law.high)
        place.report(Severity::error, "law.low_above_high",
                     {{"low", short_number(law.low)}, {"high", short_number(law.high)}});
}

void read_uniform(const floorplans::JsonCursor& place, const Parameters& p, Law& law) {
    p.allow("low", "high");
    law.a = p.quantity("low");
    law.b = p.quantity("high");
    if (law.a > law.b)
        place.report(Severity::error, "law.low_above_high",
                     {{"low", short_number(law.a)}, {"high", short_number(law.b)}});
}

}  // namespace

Law read_law(const floorplans::JsonCursor& place, const LawFormat& format) {
    Law law;
    law.low = format.smallest;
    law.high = format.largest;
    const auto kind = place["law"].word<LawKind>();
    if (!kind) return law;
    law.kind = *kind;
    const Parameters p(place, format);
    law.shift = p.optional("shift", -format.largest, 0.0);
    switch (law.kind) {
        case LawKind::constant:
            p.allow("value", "value");
            law.a = p.quantity("value");
            return law;
        case LawKind::uniform:
            read_uniform(place, p, law);
            return law;
        case LawKind::normal:
            p.allow("mean", "sd");
            law.a = p.quantity("mean");
            law.b = p.spread("sd");
            break;
        case LawKind::log_normal:
            p.allow("mu", "sigma");
            law.a = p.unitless("mu", -20.0, 20.0);
            law.b = p.unitless("sigma", 0.0, 5.0);
            break;
        case LawKind::gamma:
            p.allow("shape", "scale");
            law.a = p.unitless("shape", 0.05, 1000.0);
            law.b = p.required("scale", smallest_scale, format.largest);
            break;
        case LawKind::weibull:
            p.allow("scale", "shape");
            law.a = p.required("scale", smallest_scale, format.largest);
            law.b = p.unitless("shape", 0.05, 1000.0);
            break;
    }
    read_cut(place, p, format, law);
    return law;
}

}  // namespace muster::scenarios
