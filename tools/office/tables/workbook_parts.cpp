// SPDX-License-Identifier: Apache-2.0
#include "tools/office/tables/workbook_parts.h"

#include <zip.h>

#include <algorithm>

#include "tools/office/tables/grid_parts.h"

namespace muster::tables {

namespace {

constexpr zip_int64_t max_entries = 10'000;

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

bool is_encrypted(zip_t* zip) {
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t stat;
        if (zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat) != 0) continue;
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) return true;
    }
    return false;
}

}  // namespace

struct WorkbookParts::Archive {
    zip_t* zip = nullptr;
    std::string file;
    std::size_t left = 0;  // bytes that may still be unpacked
    Archive() = default;
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive() { zip_discard(zip); }
};

Checked<WorkbookParts> WorkbookParts::open(const std::string& bytes, const std::string& file,
                                           const TableLimits& limits) {
    const auto refused = [&](std::string code) {
        return Checked<WorkbookParts>{std::nullopt, {table_finding(Severity::error, std::move(code), file)}};
    };
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return refused("table.damaged");
    auto archive = std::make_shared<Archive>();
    archive->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (archive->zip == nullptr) {
        zip_source_free(source);
        return refused("table.damaged");
    }
    if (zip_get_num_entries(archive->zip, 0) > max_entries) return refused("table.too_many_parts");
    if (is_encrypted(archive->zip)) return refused("table.encrypted");
    archive->file = file;
    archive->left = limits.unpacked_bytes;
    // .ods has a content.xml, .numbers an Index folder; a .docx has no workbook.
    if (zip_name_locate(archive->zip, "[Content_Types].xml", 0) < 0) return refused("table.other_program");
    return {WorkbookParts(std::move(archive)), {}};
}

std::unique_ptr<pugi::xml_document> WorkbookParts::xml(const std::string& name, Findings& findings) {
    const auto refused = [&](std::string code, std::vector<std::pair<std::string, std::string>> args) {
        findings.push_back(table_finding(Severity::error, std::move(code), archive_->file, std::move(args)));
        return nullptr;
    };
    const zip_int64_t index = zip_name_locate(archive_->zip, name.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return nullptr;
    const std::unique_ptr<zip_file_t, CloseFile> part(
        zip_fopen_index(archive_->zip, static_cast<zip_uint64_t>(index), 0));
    if (!part) return refused("table.damaged_part", {{"part", name}});
    // What the directory of the archive says of sizes may be a lie; what is unpacked is counted.
    std::string text;
    char buffer[16384];
    for (zip_int64_t got = 1; got > 0;) {
        got = zip_fread(part.get(), buffer, sizeof buffer);
        if (got < 0) return refused("table.damaged_part", {{"part", name}});
        const auto more = static_cast<std::size_t>(got);
        if (more > archive_->left) return refused("table.unpacks_too_large", {{"part", name}});
        archive_->left -= more;
        text.append(buffer, more);
    }
    auto document = std::make_unique<pugi::xml_document>();
    if (!document->load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
        return refused("table.damaged_part", {{"part", name}});
    return document;
}

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_of(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node& node : parent.children())
        if (local_name(node) == name) return node;
    return {};
}

std::string attribute_of(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        const std::string_view whole = attribute.name();
        const auto colon = whole.rfind(':');
        if ((colon == whole.npos ? whole : whole.substr(colon + 1)) == name) return attribute.value();
    }
    return {};
}

}  // namespace muster::tables
