// SPDX-License-Identifier: Apache-2.0
// Forms as files in a folder: all of them or none.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "render/papers/compliance/compliance_tables.h"
#include "render/papers/forms/forms.h"
#include "sim/routing/navigation.h"
#include "tools/office/documents/docx_process.h"

namespace muster::documents {

enum class PaperKind : std::uint8_t { docx, xlsx, html, csv };

struct NamedDocument {
    std::string stem;  // of its files: "F1_应急疏散演练方案"
    document::Document document;
    bool tables = true;  // worth a workbook and a .csv
};

/// A .docx could not be made.
class NoDocx : public std::runtime_error {
public:
    explicit NoDocx(DocxEnd why) : std::runtime_error("no .docx"), why_(why) {}
    [[nodiscard]] DocxEnd why() const { return why_; }

private:
    DocxEnd why_;
};

/// A file of that name is there and may not be replaced.
class FileInTheWay : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct PapersOrder {
    std::string folder;  // made, with its parents, where it does not exist
    std::vector<PaperKind> kinds;
    bool replace = false;                                // files of the same names
    std::function<void(std::size_t, std::size_t)> step;  // done, all; may be empty
};

/// Names of the files written. Throws NoDocx, FileInTheWay, OutputError; nothing is left behind then.
std::vector<std::string> write_documents(const std::vector<NamedDocument>& documents, const PapersOrder& order);

/// The forms of `input` in one language; those it has nothing for are left out (see why_not).
[[nodiscard]] std::vector<NamedDocument> documents_of(const papers::FormInput& input,
                                                      const std::vector<papers::Form>& forms, text::Lang lang);

/// Annexed to F1; nothing where no pack could be read. `check` must outlive `input`.
void add_codes(papers::FormInput& input, const papers::CodeCheck& check);

/// The ways of the plan's classes, for the pictures of F1. `navigation`: of the world's building.
[[nodiscard]] std::vector<papers::RouteCard> ways_of(const World& world, const routing::Navigation& navigation,
                                                     const planning::DrillPlan& plan);

}  // namespace muster::documents
