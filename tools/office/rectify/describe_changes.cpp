// SPDX-License-Identifier: Apache-2.0
#include "tools/office/rectify/describe_changes.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "render/text/places.h"

namespace muster::rectify {

namespace {

class Describer {
public:
    Describer(const World& before, const World& after, text::Lang lang)
        : a_(before), b_(after), lang_(lang), words_(lang) {}

    std::vector<std::string> all() {
        openings();
        flights();
        spaces();
        obstacles();
        orders();
        groups();
        incidents();
        return std::move(out_);
    }

private:
    void say(const char* id, const text::TextArgs& args) { out_.push_back(words_.text(id, args)); }
    [[nodiscard]] std::string metres(double v) const { return text::fixed_text(v, 2); }

    // The things of both, by key: (before, after); null = it is not there.
    template <class T>
    static std::map<std::string, std::pair<const T*, const T*>> matched(const std::vector<T>& before,
                                                                        const std::vector<T>& after) {
        std::map<std::string, std::pair<const T*, const T*>> pairs;
        for (const T& t : before) pairs[t.key].first = &t;
        for (const T& t : after) pairs[t.key].second = &t;
        return pairs;
    }
    [[nodiscard]] std::string name_in(const World& world, const Opening& o) const {
        return text::name_of_opening(world.building,
                                     OpeningId{static_cast<std::size_t>(&o - world.building.openings.data())}, lang_);
    }
    [[nodiscard]] std::string name_in(const World& world, const Space& s) const {
        return text::name_of_space(world.building, SpaceId{static_cast<std::size_t>(&s - world.building.spaces.data())},
                                   lang_);
    }

    void openings() {
        for (const auto& [key, pair] : matched(a_.building.openings, b_.building.openings)) {
            const auto [x, y] = pair;
            if (x == nullptr || y == nullptr) {
                say(x == nullptr ? "compare.change.added" : "compare.change.removed",
                    {{"what", x == nullptr ? name_in(b_, *y) : name_in(a_, *x)}});
                continue;
            }
            const std::string name = name_in(b_, *y);
            if (std::abs(x->clear_width_m - y->clear_width_m) > 5e-4)
                say("compare.change.width",
                    {{"what", name}, {"from", metres(x->clear_width_m)}, {"to", metres(y->clear_width_m)}});
            if (x->state != y->state)
                say("compare.change.state", {{"what", name},
                                             {"from", std::string(text::name_of(x->state, lang_))},
                                             {"to", std::string(text::name_of(y->state, lang_))}});
            if (x->swings_into.has_value() && y->swings_into.has_value() &&
                key_of(a_, *x->swings_into) != key_of(b_, *y->swings_into))
                say("compare.change.swing", {{"what", name}});
        }
    }
    static std::string key_of(const World& world, SpaceId space) {
        return space.valid() ? world.building.space(space).key : std::string();
    }
    void flights() {
        for (const auto& [key, pair] : matched(a_.building.spaces, b_.building.spaces)) {
            const auto [x, y] = pair;
            if (x == nullptr || y == nullptr || !x->flight || !y->flight) continue;
            const std::string name = name_in(b_, *y);
            if (std::abs(x->flight->clear_width_m - y->flight->clear_width_m) > 5e-4)
                say("compare.change.width", {{"what", name},
                                             {"from", metres(x->flight->clear_width_m)},
                                             {"to", metres(y->flight->clear_width_m)}});
            if (x->flight->middle_rail != y->flight->middle_rail)
                say(y->flight->middle_rail ? "compare.change.rail_added" : "compare.change.rail_removed",
                    {{"what", name}});
        }
    }
    void spaces() {
        for (const auto& [key, pair] : matched(a_.building.spaces, b_.building.spaces)) {
            const auto [x, y] = pair;
            if (x == nullptr || y == nullptr)
                say(x == nullptr ? "compare.change.added" : "compare.change.removed",
                    {{"what", x == nullptr ? name_in(b_, *y) : name_in(a_, *x)}});
            else if (std::abs(area(x->area) - area(y->area)) > 0.01)
                say("compare.change.area", {{"what", name_in(b_, *y)},
                                            {"from", text::fixed_text(area(x->area), 1)},
                                            {"to", text::fixed_text(area(y->area), 1)}});
        }
    }
    void obstacles() {
        std::map<std::string, std::pair<int, int>> per_space;  // gone, new
        for (const auto& [key, pair] : matched(a_.building.obstacles, b_.building.obstacles)) {
            const auto [x, y] = pair;
            if (x == nullptr) ++per_space[name_in(b_, b_.building.space(y->space))].second;
            if (y == nullptr) ++per_space[name_in(a_, a_.building.space(x->space))].first;
            if (x != nullptr && y != nullptr && x->outline != y->outline) ++moved_;
        }
        for (const auto& [space, counts] : per_space) {
            if (counts.first > 0)
                say("compare.change.furniture_out", {{"what", space}, {"count", std::to_string(counts.first)}});
            if (counts.second > 0)
                say("compare.change.furniture_in", {{"what", space}, {"count", std::to_string(counts.second)}});
        }
        if (moved_ > 0) say("compare.change.furniture_moved", {{"count", std::to_string(moved_)}});
    }
    void orders() {
        const Scenario &x = a_.scenario, &y = b_.scenario;
        const auto changed = [&](const char* id, const std::string& from, const std::string& to) {
            if (from != to) say(id, {{"from", from}, {"to", to}});
        };
        changed("compare.change.mode", std::string(text::name_of(x.mode, lang_)),
                std::string(text::name_of(y.mode, lang_)));
        changed("compare.change.doors", std::string(text::name_of(x.run.door_mode, lang_)),
                std::string(text::name_of(y.run.door_mode, lang_)));
        changed("compare.change.release", text::describe(x.release, lang_), text::describe(y.release, lang_));
        changed("compare.change.alarm", text::number_text(x.alarm.at_s + x.alarm.announcement_s, 1),
                text::number_text(y.alarm.at_s + y.alarm.announcement_s, 1));
    }
    void groups() {
        int routes = 0;
        std::string first;
        for (const auto& [key, pair] : matched(a_.scenario.population.groups, b_.scenario.population.groups)) {
            const auto [x, y] = pair;
            if (x == nullptr || y == nullptr) {
                const Group& g = x == nullptr ? *y : *x;
                say(x == nullptr ? "compare.change.group_in" : "compare.change.group_out",
                    {{"what", text::in_language(g.name, lang_)}, {"count", std::to_string(g.count)}});
                continue;
            }
            if (x->count != y->count)
                say("compare.change.count", {{"what", text::in_language(y->name, lang_)},
                                             {"from", std::to_string(x->count)},
                                             {"to", std::to_string(y->count)}});
            if (route_keys(a_, x->route) != route_keys(b_, y->route)) {
                ++routes;
                if (first.empty()) first = text::in_language(y->name, lang_);
            }
        }
        if (routes > 0) say("compare.change.routes", {{"count", std::to_string(routes)}, {"first", first}});
    }
    static std::string route_keys(const World& w, const Route& r) {
        std::string keys;
        if (r.door.valid()) keys += w.building.opening(r.door).key;
        keys += '|';
        if (r.stair.valid()) keys += w.building.stair(r.stair).key;
        keys += '|';
        if (r.exit.valid()) keys += w.building.opening(r.exit).key;
        return keys;
    }
    // Sentences with their times, those of one side only.
    void incidents() {
        const auto sentences = [&](const World& w) {
            std::vector<std::string> lines;
            for (const TimedIncident& i : w.scenario.incidents)
                lines.push_back(text::number_text(i.at_s, 1) + " s: " + text::describe(i.what, w, lang_));
            std::sort(lines.begin(), lines.end());
            return lines;
        };
        const std::vector<std::string> x = sentences(a_), y = sentences(b_);
        std::vector<std::string> gone, come;
        std::set_difference(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(gone));
        std::set_difference(y.begin(), y.end(), x.begin(), x.end(), std::back_inserter(come));
        for (const std::string& line : gone) say("compare.change.no_longer", {{"what", line}});
        for (const std::string& line : come) say("compare.change.now", {{"what", line}});
    }

    const World &a_, &b_;
    text::Lang lang_;
    text::Catalogue words_;
    int moved_ = 0;
    std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> describe_changes(const World& before, const World& after, text::Lang lang, std::size_t most) {
    std::vector<std::string> all = Describer(before, after, lang).all();
    if (all.size() > most) {
        const std::string rest = std::to_string(all.size() - most);
        all.resize(most);
        all.push_back(text::Catalogue(lang).text("compare.change.more", {{"count", rest}}));
    }
    return all;
}

}  // namespace muster::rectify
