// SPDX-License-Identifier: Apache-2.0
#include "tools/office/documents/write_documents.h"

#include <unistd.h>

#include <filesystem>

#include "render/document/csv_writer.h"
#include "render/document/html_writer.h"
#include "render/document/xlsx_writer.h"
#include "sim/behaviour/route_book.h"
#include "tools/store/output_file.h"

namespace muster::documents {

namespace {

namespace fs = std::filesystem;

// A folder beside the final places; goes with all that is in it, and with the folders made for it, unless kept.
class Staging {
public:
    explicit Staging(const fs::path& target) : target_(target) {
        std::error_code ignored;
        for (fs::path p = target; !p.empty() && !fs::exists(p, ignored); p = p.parent_path()) {
            first_made_ = p;
            if (p == p.parent_path()) break;
        }
        partial_ = target / (".partial-" + std::to_string(::getpid()));
        std::error_code failed;
        fs::create_directories(partial_, failed);
        if (failed) fail(target.string(), failed.message());
    }
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;
    ~Staging() { clean(); }

    [[nodiscard]] std::string file(const std::string& name) const { return (partial_ / name).string(); }

    void keep(const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            std::error_code failed;
            fs::rename(partial_ / name, target_ / name, failed);
            if (failed) fail((target_ / name).string(), failed.message());
            kept_ = true;
        }
    }

private:
    void clean() {
        std::error_code ignored;
        fs::remove_all(partial_, ignored);
        if (!kept_ && !first_made_.empty()) fs::remove_all(first_made_, ignored);
    }
    [[noreturn]] void fail(const std::string& path, const std::string& why) {
        clean();
        throw store::OutputError(path, why);
    }

    fs::path target_, partial_, first_made_;
    bool kept_ = false;
};

const char* extension_of(PaperKind kind) {
    switch (kind) {
        case PaperKind::docx:
            return ".docx";
        case PaperKind::xlsx:
            return ".xlsx";
        case PaperKind::html:
            return ".html";
        case PaperKind::csv:
            return ".csv";
    }
    return "";
}

void write_one(const NamedDocument& paper, PaperKind kind, const std::string& path) {
    switch (kind) {
        case PaperKind::docx:
            if (const DocxEnd end = write_docx(paper.document, path); end != DocxEnd::written) throw NoDocx(end);
            break;
        case PaperKind::xlsx:
            if (const std::string why = document::write_xlsx(paper.document, path); !why.empty())
                throw store::OutputError(path, why);
            break;
        case PaperKind::html:
            store::write_file(path, document::document_html(paper.document));
            break;
        case PaperKind::csv:
            store::write_file(path, document::table_csv(*document::tables_of(paper.document).front()));
            break;
    }
}

struct Part {
    const NamedDocument* paper;
    PaperKind kind;
    std::string name;
};

std::vector<Part> parts_of(const std::vector<NamedDocument>& documents, const std::vector<PaperKind>& kinds) {
    std::vector<Part> parts;
    for (const NamedDocument& paper : documents)
        for (const PaperKind kind : kinds)
            if (paper.tables || kind == PaperKind::docx || kind == PaperKind::html)
                parts.push_back({&paper, kind, paper.stem + extension_of(kind)});
    return parts;
}

}  // namespace

std::vector<std::string> write_documents(const std::vector<NamedDocument>& documents, const PapersOrder& order) {
    const std::vector<Part> parts = parts_of(documents, order.kinds);
    std::error_code ignored;
    for (const Part& part : parts)
        if (const fs::path path = fs::path(order.folder) / part.name; !order.replace && fs::exists(path, ignored))
            throw FileInTheWay(path.string());
    Staging staging(order.folder);
    std::vector<std::string> names;
    for (const Part& part : parts) {
        try {
            write_one(*part.paper, part.kind, staging.file(part.name));
        } catch (const store::OutputError& error) {
            throw store::OutputError((fs::path(order.folder) / part.name).string(), error.reason());
        }
        names.push_back(part.name);
        if (order.step) order.step(names.size(), parts.size());
    }
    staging.keep(names);
    return names;
}

std::vector<NamedDocument> documents_of(const papers::FormInput& input, const std::vector<papers::Form>& forms,
                                        text::Lang lang) {
    std::vector<NamedDocument> documents;
    for (const papers::Form form : forms)
        if (papers::why_not(form, input).empty())
            documents.push_back({papers::file_stem(form, lang, input.run->world->scenario.mode),
                                 papers::make_form(form, input, lang), papers::has_tables(form)});
    return documents;
}

void add_codes(papers::FormInput& input, const papers::CodeCheck& check) {
    input.packs = &check.packs;
    if (!check.packs.empty()) input.compliance = &check.result;
}

std::vector<papers::RouteCard> ways_of(const World& world, const routing::Navigation& navigation,
                                       const planning::DrillPlan& plan) {
    World planned = world;
    for (const planning::ClassPlan& c : plan.classes)
        planned.scenario.population.groups[c.group.index()].route = c.route;
    behaviour::RouteBook book(planned, navigation);
    std::vector<papers::RouteCard> ways;
    for (const planning::ClassPlan& c : plan.classes)
        ways.push_back({c.group, behaviour::route_line(book, planned, navigation, c.group)});
    return ways;
}

}  // namespace muster::documents
