// SPDX-License-Identifier: Apache-2.0
// School drawings of the AISLab data set (github.com/goldleaf3i/generativeCMLgraphs, MIT): traced room outlines in
// pixels with a label each, doors as points, no furniture, no stairs in detail, no grounds. What the drawing does not
// say is assumed, and every assumption is listed in Building::assumptions, each as "zh / en".
#pragma once

#include <string>
#include <vector>

#include "sim/base/finding.h"
#include "sim/model/building.h"

namespace muster::aislab {

struct DrawingText {
    std::string file;  // as the user gave it
    std::string text;
};

/// Files are the storeys of one building, given bottom to top. Refuses, with named findings, what cannot be run.
[[nodiscard]] Checked<Building> import_aislab(const std::vector<std::string>& paths);
[[nodiscard]] Checked<Building> import_aislab(const std::vector<DrawingText>& drawings);

/// A scenario to begin with for an imported plan, as JSON text: people by use of room, alarm at once. Densities and
/// pre-movement are assumptions, and its description says so.
[[nodiscard]] std::string default_scenario_for(const Building& building, const std::string& plan_path);

}  // namespace muster::aislab
