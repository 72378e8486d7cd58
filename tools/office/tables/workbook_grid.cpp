// SPDX-License-Identifier: Apache-2.0
// A workbook (ECMA-376, "Office Open XML") as grids: its visible worksheets in their order.
#include <map>

#include "tools/office/tables/grid_parts.h"
#include "tools/office/tables/workbook_cells.h"
#include "tools/office/tables/workbook_parts.h"

namespace muster::tables {

namespace {

// A target of a relationship as a name in the archive: "/xl/a.xml" is whole, "a.xml" and "../xl/a.xml" are relative.
std::string resolved(const std::string& folder, std::string target) {
    if (target.starts_with('/')) return target.substr(1);
    std::string base = folder;
    while (target.starts_with("../")) {
        target.erase(0, 3);
        base = base.substr(0, base.find_last_of('/'));
        if (base.find('/') == base.npos) base.clear();
    }
    return base.empty() ? target : base + "/" + target;
}

class WorkbookReader {
public:
    WorkbookReader(WorkbookParts& parts, std::string file, const TableLimits& limits, Findings& findings)
        : parts_(parts), file_(std::move(file)), limits_(limits), findings_(findings) {}

    std::vector<TextGrid> read() {
        const std::string book_name = main_part();
        const auto book = parts_.xml(book_name, findings_);
        if (!book) {
            if (!has_errors(findings_)) complain("table.other_program");
            return {};
        }
        const auto slash = book_name.find_last_of('/');
        folder_ = slash == book_name.npos ? "" : book_name.substr(0, slash);
        read_relationships(book_name.substr(slash == book_name.npos ? 0 : slash + 1));
        const pugi::xml_node root = book->document_element();
        if (local_name(root) != "workbook") return complain("table.other_program"), std::vector<TextGrid>();
        read_shared(root);
        std::vector<TextGrid> grids;
        for (const pugi::xml_node& sheet : child_of(root, "sheets").children()) read_sheet(sheet, grids);
        if (grids.empty() && !has_errors(findings_)) complain("table.no_sheet");
        return grids;
    }

private:
    void complain(const char* code) { findings_.push_back(table_finding(Severity::error, code, file_)); }

    std::string main_part() {
        if (const auto package = parts_.xml("_rels/.rels", findings_)) {
            for (const pugi::xml_node& one : package->document_element().children())
                if (attribute_of(one, "Type").ends_with("/officeDocument"))
                    return resolved("", attribute_of(one, "Target"));
        }
        return "xl/workbook.xml";
    }

    std::string in_folder(const std::string& name) const { return folder_.empty() ? name : folder_ + "/" + name; }

    void read_relationships(const std::string& book) {
        const auto document = parts_.xml(in_folder("_rels/" + book + ".rels"), findings_);
        if (!document) return;
        for (const pugi::xml_node& one : document->document_element().children()) {
            const std::string target = resolved(folder_, attribute_of(one, "Target"));
            const std::string type = attribute_of(one, "Type");
            if (type.ends_with("/worksheet")) worksheets_[attribute_of(one, "Id")] = target;
            if (type.ends_with("/sharedStrings")) strings_part_ = target;
            if (type.ends_with("/styles")) styles_part_ = target;
        }
    }

    void read_shared(const pugi::xml_node& book) {
        if (!strings_part_.empty()) {
            if (const auto document = parts_.xml(strings_part_, findings_))
                tables_.strings = shared_strings(document->document_element());
        }
        if (!styles_part_.empty()) {
            if (const auto document = parts_.xml(styles_part_, findings_))
                tables_.looks = number_looks(document->document_element());
        }
        const std::string since = attribute_of(child_of(book, "workbookPr"), "date1904");
        tables_.since_1904 = since == "1" || since == "true";
    }

    void read_sheet(const pugi::xml_node& sheet, std::vector<TextGrid>& grids) {
        const std::string state = attribute_of(sheet, "state"), name = attribute_of(sheet, "name");
        const auto part = worksheets_.find(attribute_of(sheet, "id"));
        if (part == worksheets_.end()) return;  // a chart has a sheet of its own
        if (state == "hidden" || state == "veryHidden") {
            findings_.push_back(table_finding(Severity::note, "table.hidden_sheet", file_, {{"sheet", name}}));
            return;
        }
        const auto document = parts_.xml(part->second, findings_);
        if (!document) {
            if (!has_errors(findings_))
                findings_.push_back(
                    table_finding(Severity::error, "table.damaged_part", file_, {{"part", part->second}}));
            return;
        }
        TextGrid grid;
        grid.file = file_;
        grid.sheet = name;
        read_worksheet(document->document_element(), tables_, limits_, grid, findings_);
        grids.push_back(std::move(grid));
    }

    WorkbookParts& parts_;
    std::string file_, folder_, strings_part_, styles_part_;
    std::map<std::string, std::string> worksheets_;  // relationship id -> part
    WorkbookTables tables_;
    const TableLimits& limits_;
    Findings& findings_;
};

}  // namespace

Checked<std::vector<TextGrid>> read_workbook(const std::string& bytes, const std::string& file,
                                             const TableLimits& limits) {
    Checked<WorkbookParts> parts = WorkbookParts::open(bytes, file, limits);
    Checked<std::vector<TextGrid>> result;
    result.findings = std::move(parts.findings);
    if (!parts) return result;
    auto grids = WorkbookReader(*parts.value, file, limits, result.findings).read();
    if (!has_errors(result.findings)) result.value = std::move(grids);
    return result;
}

}  // namespace muster::tables
