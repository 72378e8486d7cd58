// SPDX-License-Identifier: Apache-2.0
#include "tools/office/documents/docx_process.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "render/document/json_writer.h"
#include "tools/process/child_process.h"
#include "tools/process/shipped_files.h"

namespace muster::documents {

namespace {

constexpr int package_missing = 4, cannot_run = 127;

std::vector<std::string> interpreters() {
    if (const char* own = std::getenv("MUSTER_PYTHON"); own != nullptr && *own != '\0') return {own};
    return {"python3", "/usr/bin/python3"};
}

DocxEnd run(const std::string& python, const std::string& script, const std::string& json, const std::string& path) {
    process::ChildProcess process(python, {"-B", script, path});
    if (!process.started()) return DocxEnd::no_python;
    // A script that ends early tells why by its exit code.
    (void)process.write({reinterpret_cast<const unsigned char*>(json.data()), json.size()});
    switch (process.finish()) {
        case 0:
            return DocxEnd::written;
        case package_missing:
            return DocxEnd::no_package;
        case cannot_run:
            return DocxEnd::no_python;
        default:
            return DocxEnd::failed;
    }
}

}  // namespace

DocxEnd write_docx(const document::Document& document, const std::string& path) {
    const std::string script = process::shipped_file("tools/office/documents/make_docx.py");
    std::error_code error;
    if (!std::filesystem::exists(script, error)) return DocxEnd::no_script;
    const std::string json = document::document_json(document);
    DocxEnd end = DocxEnd::no_python;
    for (const std::string& python : interpreters()) {
        const DocxEnd now = run(python, script, json, path);
        if (now == DocxEnd::written || now == DocxEnd::failed) return now;
        if (now == DocxEnd::no_package) end = now;
    }
    return end;
}

}  // namespace muster::documents
