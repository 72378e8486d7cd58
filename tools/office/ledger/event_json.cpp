// SPDX-License-Identifier: Apache-2.0
#include "tools/office/ledger/event_json.h"

#include <nlohmann/json.hpp>

namespace muster::ledger {

namespace {

using Json = nlohmann::ordered_json;

std::string text_in(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool read_changes(const Json& list, std::vector<Change>& changes) {
    for (const Json& row : list) {
        if (!row.is_array() || row.size() != 3) return false;
        for (const Json& cell : row)
            if (!cell.is_string()) return false;
        changes.push_back({row[0].get<std::string>(), row[1].get<std::string>(), row[2].get<std::string>()});
    }
    return true;
}

}  // namespace

std::string what_json(const LedgerEvent& event) {
    Json json = Json::object();
    if (!event.note.empty()) json["note"] = event.note;
    for (const Change& c : event.changes) json["changes"].push_back(Json::array({c.field, c.before, c.after}));
    if (!event.proof.kind.empty())
        json["proof"] = Json{{"kind", event.proof.kind},
                             {"zh-CN", event.proof.words.zh},
                             {"en", event.proof.words.en},
                             {"source", event.proof.source},
                             {"sha256", event.proof.sha256}};
    return json.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace);
}

bool read_what(const std::string& json, LedgerEvent& event) {
    const Json what = Json::parse(json, nullptr, false);
    if (!what.is_object()) return false;
    event.note = text_in(what, "note");
    if (const auto proof = what.find("proof"); proof != what.end() && proof->is_object())
        event.proof = {text_in(*proof, "kind"),
                       {text_in(*proof, "zh-CN"), text_in(*proof, "en")},
                       text_in(*proof, "source"),
                       text_in(*proof, "sha256")};
    const auto changes = what.find("changes");
    return changes == what.end() || (changes->is_array() && read_changes(*changes, event.changes));
}

}  // namespace muster::ledger
