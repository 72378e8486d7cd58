// SPDX-License-Identifier: Apache-2.0
// How one test of the catalogue is run and judged: a function from its cases to a measurement. Measures are pure: the
// same cases and seeds give the same measurement, on any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/engine/simulation.h"
#include "sim/record/trace.h"
#include "tools/verify/catalogue.h"

namespace muster::verify {

/// One plot of the report. Data in plain units; the report draws it.
struct Plot {
    enum class Shape : std::uint8_t { points, line, steps, band };
    struct Series {
        Name label;
        Shape shape = Shape::points;
        std::vector<double> x, y;
        std::vector<double> y_high;  // of a band; y is its lower edge
    };
    Name title, x_label, y_label;
    std::vector<Series> series;
};

struct Measurement {
    std::string figure;             // ours: numbers and unit symbols only, the same in every language
    bool meets_criterion = false;   // the document's own
    std::optional<bool> on_target;  // our own aim; empty when there is none
    Name remark;                    // what this run has to say; may be empty
    Name not_run;                   // why it could not be run here (reference data missing); empty = it was run
    std::vector<Plot> plots;
};

/// A run kept with the world it belongs to.
struct Recording {
    std::shared_ptr<const World> world;
    Trace trace;
};

/// Changes a scenario before it is run (its friction, a speed, a time step).
using Variation = std::function<void(Scenario&)>;

/// What a measure may use: the test and runs of its cases.
class TestBench {
public:
    virtual ~TestBench() = default;
    [[nodiscard]] virtual const TestEntry& test() const = 0;
    [[nodiscard]] virtual Tier tier() const = 0;
    /// Runs per case at this tier.
    [[nodiscard]] virtual int seeds() const = 0;
    /// Folder with reference data of others (raw trajectories); empty when there is none on this machine.
    [[nodiscard]] virtual std::string data_folder() const = 0;
    /// Runs case `index` of the test to its end. Throws when the run loses somebody (count in != count out + inside).
    [[nodiscard]] virtual Recording run(std::size_t index, std::uint64_t seed, const Variation& vary = {}) const = 0;

    /// A number of the entry's `limits`. Throws std::out_of_range with its name when it is missing.
    [[nodiscard]] double limit(std::string_view name) const;
};

using Measure = Measurement (*)(const TestBench&);

struct NamedMeasure {
    std::string_view name;
    Measure measure;
};

/// One list per file of measures; all_measures() in measure.cpp joins them.
[[nodiscard]] std::span<const NamedMeasure> component_measures();  // IMO, NIST, ISO
[[nodiscard]] std::span<const NamedMeasure> rimea_measures();
[[nodiscard]] std::span<const NamedMeasure> hydraulic_measures();
[[nodiscard]] std::span<const NamedMeasure> experiment_measures();
[[nodiscard]] std::span<const NamedMeasure> fire_measures();
[[nodiscard]] std::span<const NamedMeasure> quake_measures();

/// Null when there is none of that name.
[[nodiscard]] Measure find_measure(std::string_view name);

}  // namespace muster::verify
