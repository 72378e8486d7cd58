// SPDX-License-Identifier: Apache-2.0
#include "floorplans/json_merge.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "floorplans/json_spans.h"

namespace muster::floorplans {

namespace {

using Kind = JsonSpan::Kind;

/// A member or element of the result: its text, and the blanks before it when the author wrote it.
struct Item {
    std::string text;
    std::optional<std::string_view> lead;
    bool was_first = false;
};

/// What an element is called; "" when it has no name. Ids are compared as read, whatever their escapes.
std::string id_of(const JsonSpan& element) {
    const JsonSpan* id = element.kind == Kind::object ? element.member("\"id\"") : nullptr;
    if (id == nullptr) return {};
    const nlohmann::json value = nlohmann::json::parse(id->text, nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string{};
}

bool all_named(const JsonSpan& array) {
    return std::all_of(array.inside.begin(), array.inside.end(), [](const JsonSpan& e) { return !id_of(e).empty(); });
}

std::string merged(const JsonSpan& original, const JsonSpan& before, const JsonSpan& after);

std::string member_text(const JsonSpan& member, const std::string& value) {
    return std::string(member.key) + std::string(member.after_key) + value;
}

// The container of `original` around other items: a line each where the author broke lines.
std::string joined(const JsonSpan& original, const std::vector<Item>& items, std::string_view fresh_lead,
                   std::string_view fresh_tail) {
    const bool was_empty = original.inside.empty();
    const std::string_view first = was_empty ? fresh_lead : original.inside.front().lead;
    std::string_view rest = first.find('\n') == std::string_view::npos ? std::string_view(" ") : first;
    if (original.inside.size() > 1) rest = original.inside.back().lead;
    const char open = original.text.front(), close = original.text.back();
    std::string out(1, open);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += ',';
        const bool keeps = items[i].lead && items[i].was_first == (i == 0);
        out += std::string(keeps ? *items[i].lead : i == 0 ? first : rest) + items[i].text;
    }
    if (!items.empty()) out += was_empty ? fresh_tail : original.tail;
    return out + close;
}

/// Puts `item` behind the one called `previous`, or first.
template <class Named>
void insert_after(std::vector<Named>& items, const std::string& previous, Named item) {
    auto at = std::find_if(items.begin(), items.end(), [&](const Named& n) { return n.name == previous; });
    at = at != items.end() ? at + 1 : previous.empty() ? items.begin() : items.end();
    items.insert(at, std::move(item));
}

struct NamedItem {
    std::string name;
    Item item;
};

std::string finished(const JsonSpan& original, const JsonSpan& after, const std::vector<NamedItem>& named) {
    std::vector<Item> items;
    for (const NamedItem& n : named) items.push_back(n.item);
    return joined(original, items, after.inside.empty() ? std::string_view{} : after.inside.front().lead, after.tail);
}

std::string merged_object(const JsonSpan& original, const JsonSpan& before, const JsonSpan& after) {
    std::vector<NamedItem> out;
    for (const JsonSpan& m : original.inside) {
        const JsonSpan *old = before.member(m.key), *now = after.member(m.key);
        if (old != nullptr && now == nullptr) continue;
        std::string value(m.text);
        if (now != nullptr && old == nullptr) value = now->text;
        if (now != nullptr && old != nullptr) value = merged(m, *old, *now);
        out.push_back({std::string(m.key), {member_text(m, value), m.lead, &m == &original.inside.front()}});
    }
    std::string previous;
    for (const JsonSpan& m : after.inside) {
        const JsonSpan* old = before.member(m.key);
        const bool changed = old == nullptr || old->text != m.text;
        if (original.member(m.key) == nullptr && changed)
            insert_after(out, previous, {std::string(m.key), {member_text(m, std::string(m.text)), {}, false}});
        if (original.member(m.key) != nullptr || changed) previous = m.key;
    }
    return finished(original, after, out);
}

std::string merged_by_id(const JsonSpan& original, const JsonSpan& before, const JsonSpan& after) {
    std::map<std::string, const JsonSpan*> old, now, had;
    for (const JsonSpan& e : before.inside) old[id_of(e)] = &e;
    for (const JsonSpan& e : after.inside) now[id_of(e)] = &e;
    std::vector<NamedItem> out;
    for (const JsonSpan& e : original.inside) {
        const std::string id = id_of(e);
        had[id] = &e;
        const bool was = old.contains(id), is = now.contains(id);
        if (was && !is) continue;
        std::string text(e.text);
        if (was && is) text = merged(e, *old[id], *now[id]);
        if (!was && is) text = now[id]->text;
        out.push_back({id, {text, e.lead, &e == &original.inside.front()}});
    }
    std::string previous;
    for (const JsonSpan& e : after.inside) {
        const std::string id = id_of(e);
        const bool changed = !old.contains(id) || old[id]->text != e.text;
        if (!had.contains(id) && changed) insert_after(out, previous, {id, {std::string(e.text), {}, false}});
        if (had.contains(id) || changed) previous = id;
    }
    return finished(original, after, out);
}

// Rows without a name: those before the first change and behind the last one stay.
std::string merged_by_place(const JsonSpan& original, const JsonSpan& before, const JsonSpan& after) {
    const std::size_t old = before.inside.size(), now = after.inside.size();
    std::size_t head = 0, tail = 0;
    while (head < std::min(old, now) && before.inside[head].text == after.inside[head].text) ++head;
    while (tail < std::min(old, now) - head && before.inside[old - 1 - tail].text == after.inside[now - 1 - tail].text)
        ++tail;
    const bool paired = old == now;
    std::vector<Item> items;
    const auto keep = [&](std::size_t i, std::string text) {
        items.push_back({std::move(text), original.inside[i].lead, i == 0});
    };
    for (std::size_t i = 0; i < head; ++i) keep(i, std::string(original.inside[i].text));
    for (std::size_t i = head; i < now - tail; ++i) {
        if (paired)
            keep(i, merged(original.inside[i], before.inside[i], after.inside[i]));
        else
            items.push_back({std::string(after.inside[i].text), {}, false});
    }
    for (std::size_t i = old - tail; i < old; ++i) keep(i, std::string(original.inside[i].text));
    return joined(original, items, now == 0 ? std::string_view{} : after.inside.front().lead, after.tail);
}

bool holds_rows(const JsonSpan& array) {
    return std::all_of(array.inside.begin(), array.inside.end(),
                       [](const JsonSpan& e) { return e.kind == Kind::object; });
}

std::string merged(const JsonSpan& original, const JsonSpan& before, const JsonSpan& after) {
    if (before.text == after.text) return std::string(original.text);
    const bool alike = original.kind == before.kind && before.kind == after.kind;
    if (!alike || original.kind == Kind::scalar) return std::string(after.text);
    if (original.kind == Kind::object) return merged_object(original, before, after);
    if (!holds_rows(original) || !holds_rows(before) || !holds_rows(after)) return std::string(after.text);
    const bool named = !(before.inside.empty() && after.inside.empty()) && all_named(original) && all_named(before) &&
                       all_named(after);
    if (named) return merged_by_id(original, before, after);
    if (original.inside.size() == before.inside.size()) return merged_by_place(original, before, after);
    return std::string(after.text);
}

}  // namespace

std::string merge_json(const std::string& original, const std::string& before, const std::string& after) {
    const JsonSpan root = json_spans(original);
    const auto begin = static_cast<std::size_t>(root.text.data() - original.data());
    return original.substr(0, begin) + merged(root, json_spans(before), json_spans(after)) +
           original.substr(begin + root.text.size());
}

}  // namespace muster::floorplans
