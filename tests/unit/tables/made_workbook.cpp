// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tables/made_workbook.h"

#include <zip.h>

namespace muster::tables {

namespace {

const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relationship(const std::string& id, const std::string& kind, const std::string& target) {
    return "<Relationship Id='" + id + "' Type='" + office + "/" + kind + "' Target='" + target + "'/>";
}

}  // namespace

WorkbookXml made_workbook(const std::vector<MadeSheet>& sheets, const std::string& strings, const std::string& styles) {
    WorkbookXml parts;
    parts["[Content_Types].xml"] = "<Types/>";
    parts["_rels/.rels"] =
        "<Relationships>" + relationship("a", "officeDocument", "xl/workbook.xml") + "</Relationships>";
    std::string list, relationships;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string id = "r" + std::to_string(i), part = "worksheets/sheet" + std::to_string(i) + ".xml";
        list += "<sheet name='" + sheets[i].name + "' r:id='" + id + "' state='" + sheets[i].state + "'/>";
        relationships += relationship(id, "worksheet", part);
        parts["xl/" + part] = "<worksheet>" + sheets[i].inside + "</worksheet>";
    }
    if (!strings.empty()) {
        parts["xl/sharedStrings.xml"] = "<sst>" + strings + "</sst>";
        relationships += relationship("s", "sharedStrings", "/xl/sharedStrings.xml");
    }
    if (!styles.empty()) {
        parts["xl/styles.xml"] = "<styleSheet>" + styles + "</styleSheet>";
        relationships += relationship("t", "styles", "styles.xml");
    }
    parts["xl/workbook.xml"] = "<workbook xmlns:r='x'><sheets>" + list + "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relationships + "</Relationships>";
    return parts;
}

std::string zipped(const WorkbookXml& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, text] : parts)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
    zip_close(zip);
    std::string bytes;
    zip_source_open(target);
    char buffer[4096];
    for (zip_int64_t got; (got = zip_source_read(target, buffer, sizeof buffer)) > 0;)
        bytes.append(buffer, static_cast<std::size_t>(got));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

}  // namespace muster::tables
