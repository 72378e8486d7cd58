// SPDX-License-Identifier: Apache-2.0
// Two visitors of one description: what an object of a results folder consists of is written down once (run_rows.h),
// and written by one of these and read by the other. Inside tools/store only.
#pragma once

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "floorplans/json_cursor.h"
#include "render/papers/run_report/json_rows.h"
#include "sim/model/name.h"

namespace muster::store {

using Json = nlohmann::ordered_json;

/// Adds members to an object, in the order of the description.
class JsonMembers {
public:
    explicit JsonMembers(Json& object) : to_(object) {}

    void text(const char* key, const std::string& value) const { to_[key] = value; }
    /// Left out when it is empty.
    void text_if_any(const char* key, const std::string& value) const {
        if (!value.empty()) to_[key] = value;
    }
    void texts(const char* key, const std::vector<std::string>& values) const { to_[key] = values; }
    void name(const char* key, const Name& value) const { to_[key] = papers::name_json(value); }
    void whole(const char* key, std::uint64_t value) const { to_[key] = value; }
    void whole(const char* key, int value) const { to_[key] = value; }
    /// Left out when it is 0.
    void whole_if_any(const char* key, int value) const {
        if (value != 0) whole(key, value);
    }
    void flag(const char* key, bool value) const { to_[key] = value; }
    template <class Enum>
    void word(const char* key, Enum value) const {
        to_[key] = word_of(value);
    }
    /// Rounded; what is not finite becomes null.
    void number(const char* key, double value, int decimals) const { to_[key] = papers::number_json(value, decimals); }
    /// Nothing becomes null.
    void number(const char* key, const std::optional<double>& value, int decimals) const {
        to_[key] = value ? papers::number_json(*value, decimals) : Json(nullptr);
    }
    void number_if_any(const char* key, const std::optional<double>& value, int decimals) const {
        if (value) number(key, *value, decimals);
    }
    /// Of a member that older files lack.
    void number_or(const char* key, double value, int decimals) const { number(key, value, decimals); }
    /// Numbers by name; left out when there are none.
    void numbers(const char* key, const std::vector<std::pair<std::string, double>>& values, int decimals) const {
        for (const auto& [name, value] : values) to_[key][name] = papers::number_json(value, decimals);
    }
    template <class Describe>
    void object(const char* key, Describe describe) const {
        Json inner = Json::object();
        describe(JsonMembers(inner));
        to_[key] = std::move(inner);
    }
    /// Left out unless there is something to say.
    template <class Describe>
    void object_if(const char* key, bool any, Describe describe) const {
        if (any) object(key, describe);
    }

private:
    Json& to_;
};

/// Reads members of an object. What is missing or of another kind is a finding (run_summary.h, about); the value stays
/// as it was.
class MembersRead {
public:
    explicit MembersRead(const floorplans::JsonCursor& object) : from_(object) {}

    void text(const char* key, std::string& value) const {
        const auto at = from_[key];
        value = at.is_string() ? at.raw().get<std::string>() : at.string(value);
    }
    void text_if_any(const char* key, std::string& value) const {
        if (from_[key].is_string()) text(key, value);
    }
    void texts(const char* key, std::vector<std::string>& values) const {
        for (const floorplans::JsonCursor& element : from_[key].elements()) values.push_back(element.string());
    }
    void name(const char* key, Name& value) const {
        const auto at = from_[key];
        if (!at.is_object()) return static_cast<void>(value = at.name());
        MembersRead(at).text_if_any("zh-CN", value.zh);
        MembersRead(at).text_if_any("en", value.en);
    }
    void whole(const char* key, std::uint64_t& value) const {
        const auto at = from_[key];
        if (!at.missing() && at.raw().is_number_unsigned())
            value = at.raw().get<std::uint64_t>();
        else
            value = static_cast<std::uint64_t>(at.integer(0, std::numeric_limits<int>::max()));
    }
    void whole(const char* key, int& value) const {
        constexpr int any = std::numeric_limits<int>::max();
        value = from_[key].integer(-any, any, value);
    }
    void whole_if_any(const char* key, int& value) const {
        if (!from_[key].missing()) whole(key, value);
    }
    void flag(const char* key, bool& value) const { value = from_[key].boolean(value); }
    template <class Enum>
    void word(const char* key, Enum& value) const {
        value = from_[key].word<Enum>().value_or(value);
    }
    void number(const char* key, double& value, int) const {
        const auto at = from_[key];
        if (at.missing() || !at.raw().is_null()) value = at.number(-any, any, value);
    }
    void number(const char* key, std::optional<double>& value, int) const {
        const auto at = from_[key];
        if (at.missing() || !at.raw().is_null()) value = at.number(-any, any);
    }
    void number_if_any(const char* key, std::optional<double>& value, int) const {
        if (const auto at = from_[key]; at.is_number()) value = at.number(-any, any);
    }
    void number_or(const char* key, double& value, int decimals) const {
        if (!from_[key].missing()) number(key, value, decimals);
    }
    void numbers(const char*, std::vector<std::pair<std::string, double>>&, int) const {}  // for people's eyes only
    template <class Describe>
    void object(const char* key, Describe describe) const {
        const auto inner = from_[key];
        describe(MembersRead(inner));
    }
    template <class Describe>
    void object_if(const char* key, bool, Describe describe) const {
        if (!from_[key].missing()) object(key, describe);
    }

private:
    static constexpr double any = std::numeric_limits<double>::max();
    const floorplans::JsonCursor& from_;
};

}  // namespace muster::store
