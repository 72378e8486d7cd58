// SPDX-License-Identifier: Apache-2.0
// A format of plans of other programs, as `muster import NAME` reads it. Each is a folder NAME here, whose importer.h
// has make_importer() in its namespace, and a line in tools/CMakeLists.txt. Its text is muster.import.NAME.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/finding.h"
#include "sim/model/building.h"

namespace muster::exchange {

class Importer {
public:
    Importer() = default;
    Importer(const Importer&) = delete;
    Importer& operator=(const Importer&) = delete;
    virtual ~Importer() = default;

    /// As typed, and that of the folder.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// The files of one building; what had to be assumed is listed in the building.
    [[nodiscard]] virtual Checked<Building> read(const std::vector<std::string>& files) const = 0;
    /// A scenario to begin with, as JSON text. `plan` is the path of the plan from the scenario's folder.
    [[nodiscard]] virtual std::string scenario_for(const Building& building, const std::string& plan) const = 0;
};

}  // namespace muster::exchange
