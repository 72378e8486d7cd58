// SPDX-License-Identifier: Apache-2.0
#include "tools/office/classes/class_import.h"

#include <algorithm>
#include <set>

#include "scenarios/scenario_changes.h"
#include "tools/office/classes/group_numbers.h"
#include "tools/office/classes/place_finder.h"

namespace muster::classes {

namespace {

// Mean ages by grade; the profiles of the scenario format.
const char* profile_for(const ClassIdentity& identity) {
    if (identity.nursery) return "kindergarten_5_6";
    if (identity.grade == 0) return "";
    if (identity.grade <= 2) return "primary_6_7";
    if (identity.grade <= 4) return "primary_8_9";
    if (identity.grade <= 6) return "primary_10_12";
    return identity.grade <= 9 ? "secondary_13_15" : "secondary_16_18";
}

class Importer {
public:
    Importer(const ClassList& list, const World& world) : list_(list), building_(world.building), old_(world.scenario) {
        out_.scenario = old_;
    }

    Checked<ClassImport> run() {
        match();
        std::vector<Group> groups;
        std::vector<std::ptrdiff_t> origin;  // of each new group in the old list; -1 = new
        bool classes_placed = false;
        const auto place_classes = [&] {
            for (std::size_t i = 0; i < list_.classes.size(); ++i) {
                groups.push_back(made(list_.classes[i], old_of_[i]));
                origin.push_back(old_of_[i]);
            }
            classes_placed = true;
        };
        for (std::size_t i = 0; i < old_.population.groups.size(); ++i) {
            const Group& group = old_.population.groups[i];
            if (group.is_class && !classes_placed) place_classes();
            if (group.is_class) continue;
            groups.push_back(group);
            origin.push_back(static_cast<std::ptrdiff_t>(i));
            ++out_.groups_kept;
        }
        if (!classes_placed) place_classes();
        settle_spots(groups);
        count_changes(groups, origin);
        out_.scenario.population.groups = std::move(groups);
        renumber_groups(out_.scenario, origin, old_.population, findings_);
        Checked<ClassImport> result;
        if (!has_errors(findings_)) result.value = std::move(out_);
        result.findings = std::move(findings_);
        return result;
    }

private:
    using Index = std::ptrdiff_t;

    [[nodiscard]] const Group* old(Index index) const {
        return index < 0 ? nullptr : &old_.population.groups[static_cast<std::size_t>(index)];
    }

    // By name first; then whoever sits in the room and is named by nobody (a class made of the room by people_by_use).
    void match() {
        const auto& groups = old_.population.groups;
        old_of_.assign(list_.classes.size(), -1);
        std::set<Index> taken;
        const auto take = [&](std::size_t listed, auto&& fits) {
            for (Index i = 0; i < static_cast<Index>(groups.size()) && old_of_[listed] < 0; ++i)
                if (groups[static_cast<std::size_t>(i)].is_class && !taken.contains(i) && fits(*old(i)))
                    old_of_[listed] = i;
            if (old_of_[listed] >= 0) taken.insert(old_of_[listed]);
        };
        for (std::size_t i = 0; i < list_.classes.size(); ++i) {
            const ListedClass& one = list_.classes[i];
            take(i, [&](const Group& g) {
                return class_identity(g.name.zh) == one.identity || class_identity(g.name.en) == one.identity ||
                       g.key == one.name;
            });
        }
        for (std::size_t i = 0; i < list_.classes.size(); ++i)
            if (old_of_[i] < 0 && list_.classes[i].room.valid())
                take(i,
                     [&](const Group& g) { return g.space == list_.classes[i].room && g.key.find(':') != g.key.npos; });
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (groups[i].is_class && !taken.contains(static_cast<Index>(i))) out_.removed.push_back(groups[i].name);
    }

    // The first class of the scenario is what a new one is made after.
    [[nodiscard]] const Group* model() const {
        for (const Group& group : old_.population.groups)
            if (group.is_class) return &group;
        return nullptr;
    }

    Group made(const ListedClass& one, Index was) {
        const Group* before = old(was);
        const bool of_use = before != nullptr && before->key.find(':') != before->key.npos;
        Group group = before != nullptr ? *before : fresh(one);
        if (before == nullptr || of_use) {
            group.key = key_for(one);
            group.name = {one.name, one.name};
        }
        if (of_use && profile_for(one.identity)[0] != '\0') set_profile(group, one);
        group.count = one.headcount;
        if (one.room.valid() && one.room != group.space) group = moved(std::move(group), one.room);
        if (!group.space.valid())
            findings_.push_back(list_.finding(Severity::error, "classes.no_room", one, ClassColumn::room));
        else
            set_route(group, one);
        if (before != nullptr && before->count != group.count) group.positions.clear();
        return group;
    }

    Group fresh(const ListedClass& one) {
        Group group;
        group.is_class = true;
        if (const Group* as = model()) {
            group.profile = as->profile;
            group.teachers = as->teachers;
            group.teacher_profile = as->teacher_profile;
            group.pre_movement = as->pre_movement;
            group.choice = as->choice;
        } else {
            // What the library's announced drills have; assumption.
            group.teachers = {TeacherPlace::front, TeacherPlace::rear};
            group.teacher_profile = scenarios::profile_named(out_.scenario.population, "adult");
            group.pre_movement = Distribution{DistributionKind::uniform, 2.0, 8.0, 0.0, 0.0, 1e9};
        }
        set_profile(group, one);
        return group;
    }

    void set_profile(Group& group, const ListedClass& one) {
        std::string key = profile_for(one.identity);
        const bool assumed = key.empty();
        if (assumed && !group.profile.valid()) key = "primary_8_9";
        if (!key.empty()) group.profile = scenarios::profile_named(out_.scenario.population, key);
        if (assumed)
            findings_.push_back(
                list_.finding(Severity::note, "classes.profile_assumed", one, ClassColumn::name,
                              {{"profile", out_.scenario.population.profiles[group.profile.index()].key}}));
    }

    static Group moved(Group group, SpaceId room) {
        group.space = room;
        group.positions.clear();
        group.route = Route{{}, {}, {}, group.route.spot};
        return group;
    }

    [[nodiscard]] bool upstairs(const Group& group) const {
        return building_.level(building_.space(group.space).level).storey > 1;
    }

    void set_route(Group& group, const ListedClass& one) {
        const auto report = [&](Severity severity, const char* code, ClassColumn column) {
            findings_.push_back(list_.finding(severity, code, one, column));
        };
        if (one.route.stair.valid() && building_.level(building_.space(group.space).level).storey == 1) {
            report(Severity::warning, "classes.stair_not_needed", ClassColumn::stair);
        } else if (one.route.stair.valid() || one.no_stair) {
            // Another stair ends at another exit, unless the list says which.
            if (!(one.route.stair == group.route.stair)) group.route.exit = {};
            group.route.stair = one.route.stair;
        }
        if (one.route.exit.valid()) group.route.exit = one.route.exit;
        set_door(group, one);
        if (one.route.spot.valid()) group.route.spot = one.route.spot;
        if (upstairs(group) && !group.route.stair.valid() && !one.no_stair)
            report(Severity::warning, "classes.no_route", ClassColumn::stair);
    }

    void set_door(Group& group, const ListedClass& one) {
        if (one.any_door) group.route.door = {};
        if (one.route.door.valid()) group.route.door = one.route.door;
        const std::string& text = list_.table.rows[one.row].cells[static_cast<std::size_t>(ClassColumn::door)];
        if (one.room.valid() || one.any_door || names_nothing(text)) return;
        const auto found = find_door(building_, group.space, text);  // of the room it has in the scenario
        group.route.door = found.id;
        if (!found.id.valid())
            findings_.push_back(list_.finding(Severity::error, "classes.no_such_door", one, ClassColumn::door,
                                              {{"nearest", found.nearest}}));
    }

    // Those that have no spot yet: the one named after the class, else a free one of the area the list names.
    void settle_spots(std::vector<Group>& groups) {
        std::set<AssemblySpotId> used;
        for (const Group& group : groups)
            if (group.route.spot.valid()) used.insert(group.route.spot);
        std::size_t next = 0;
        for (Group& group : groups) {
            if (!group.is_class) continue;
            const ListedClass& one = list_.classes[next++];
            const bool elsewhere = one.area && group.route.spot.valid() && !holds(*one.area, group.route.spot);
            if (elsewhere) group.route.spot = {};
            if (!group.route.spot.valid()) group.route.spot = spot_for(one, used);
            if (group.route.spot.valid())
                used.insert(group.route.spot);
            else
                findings_.push_back(list_.finding(Severity::warning, "classes.no_spot", one, ClassColumn::spot));
        }
    }

    [[nodiscard]] bool holds(std::size_t area, AssemblySpotId spot) const {
        const auto& spots = building_.assembly_areas[area].spots;
        return std::find(spots.begin(), spots.end(), spot) != spots.end();
    }

    [[nodiscard]] AssemblySpotId spot_for(const ListedClass& one, const std::set<AssemblySpotId>& used) const {
        AssemblySpotId free;
        for (std::size_t i = 0; i < building_.spots.size(); ++i) {
            const AssemblySpotId id{i};
            if (used.contains(id) || (one.area && !holds(*one.area, id))) continue;
            if (find_spot(building_, one.name).id == id) return id;
            if (class_identity(without_spot(building_.spots[i].name.zh)) == one.identity) return id;
            if (one.area && !free.valid()) free = id;
        }
        return free;
    }

    static std::string without_spot(std::string name) {
        const auto at = name.find("集合");
        return at == name.npos || at == 0 ? name : name.substr(0, at);
    }

    [[nodiscard]] std::string key_for(const ListedClass& one) const {
        std::string key = "class_";
        if (one.identity.number > 0) {
            std::string spelt = one.identity.key;
            std::replace(spelt.begin(), spelt.end(), '-', '_');
            key += spelt;
        } else {
            key += std::to_string(one.row + 1);
        }
        const auto& groups = old_.population.groups;
        while (std::any_of(groups.begin(), groups.end(), [&](const Group& g) { return g.key == key; })) key += "_new";
        return key;
    }

    void count_changes(const std::vector<Group>& groups, const std::vector<Index>& origin) {
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (!groups[i].is_class) continue;
            const Group* before = old(origin[i]);
            if (before == nullptr) {
                ++out_.added;
            } else {
                const bool same = before->key == groups[i].key && before->count == groups[i].count &&
                                  before->space == groups[i].space && before->route == groups[i].route;
                ++(same ? out_.unchanged : out_.changed);
            }
        }
    }

    const ClassList& list_;
    const Building& building_;
    const Scenario& old_;
    ClassImport out_;
    Findings findings_;
    std::vector<Index> old_of_;  // of each listed class: its group in the scenario; -1 = none
};

}  // namespace

Checked<ClassImport> import_classes(const ClassList& list, const World& into) { return Importer(list, into).run(); }

}  // namespace muster::classes
