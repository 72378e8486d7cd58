// SPDX-License-Identifier: Apache-2.0
// The XML parts of a zipped workbook, unpacked within a limit.
#pragma once

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "tools/office/tables/text_grid.h"

namespace muster::tables {

class WorkbookParts {
public:
    /// `bytes` must outlive the parts. Findings, and no value: damaged, encrypted, too large, not an .xlsx.
    [[nodiscard]] static Checked<WorkbookParts> open(const std::string& bytes, const std::string& file,
                                                     const TableLimits& limits);

    /// A part by its name in the archive; nothing when it is not there. One that is damaged or too large is a finding.
    [[nodiscard]] std::unique_ptr<pugi::xml_document> xml(const std::string& name, Findings& findings);

private:
    struct Archive;
    explicit WorkbookParts(std::shared_ptr<Archive> archive) : archive_(std::move(archive)) {}
    std::shared_ptr<Archive> archive_;
};

// Office programs differ in the namespace prefix ("x:row"), so elements are told by what stands behind it.

[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The first child of that local name; empty when there is none.
[[nodiscard]] pugi::xml_node child_of(const pugi::xml_node& parent, std::string_view name);
/// The attribute whose name behind the prefix is `name` ("id" finds "r:id"), as text; "" when there is none.
[[nodiscard]] std::string attribute_of(const pugi::xml_node& node, std::string_view name);

}  // namespace muster::tables
