// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/papers.h"

#include <filesystem>

#include "tools/muster/terminal/progress.h"

namespace muster::commands {

documents::PapersOrder for_office(const std::string& results) {
    documents::PapersOrder order;
    order.folder = results + "/documents";
    order.kinds = {documents::PaperKind::docx, documents::PaperKind::xlsx};
    order.replace = true;  // whether the results may be, was asked before they were made
    return order;
}

Exit papers(const std::vector<documents::NamedDocument>& documents, documents::PapersOrder order,
            const Console& console) {
    if (at_a_terminal())
        order.step = [&](std::size_t done, std::size_t all) {
            draw_bar(done, all, std::to_string(done) + "/" + std::to_string(all));
            if (done == all) clear_bar();
        };
    try {
        for (const std::string& name : documents::write_documents(documents, order))
            console.print((std::filesystem::path(order.folder) / name).string());
        return Exit::good;
    } catch (const documents::FileInTheWay& refusal) {
        console.tell("muster.file_exists", {{"file", refusal.what()}});
        return Exit::bad_input;
    } catch (const documents::NoDocx& problem) {
        switch (problem.why()) {
            case documents::DocxEnd::no_python:
                console.tell("muster.documents.no_python", {});
                break;
            case documents::DocxEnd::no_package:
                console.tell("muster.documents.no_package", {});
                break;
            case documents::DocxEnd::no_script:
                console.tell("muster.documents.no_script", {});
                break;
            default:
                console.tell("muster.documents.docx_failed", {});
        }
        return Exit::could_not_run;
    }
}

}  // namespace muster::commands
