// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/named_places.h"

#include "sim/model/incident_kinds.h"

namespace muster::engine {

namespace {

/// Visits an incident's members: whether everything it names is there.
class Names {
public:
    explicit Names(const World& world) : world_(world), building_(world.building) {}

    void place(const char*, OpeningId o) { require(o.value < building_.openings.size()); }
    void place(const char*, SpaceId s) { require(s.value < building_.spaces.size()); }
    void place(const char*, GroupId g) { require(g.value < world_.scenario.population.groups.size()); }
    void places(const char* key, const std::vector<SpaceId>& spaces) {
        for (const SpaceId s : spaces) place(key, s);
    }
    void fire(const StartFire& w) {
        require(w.space.valid() ? w.space.value < building_.spaces.size()
                                : w.risk.value < world_.risk_map.risks.size());
    }
    void route(const char*, const Route& r) {
        if (r.door.valid()) place("door", r.door);
        if (r.exit.valid()) place("exit", r.exit);
        require(!r.stair.valid() || r.stair.value < building_.stairs.size());
        require(!r.spot.valid() || r.spot.value < building_.spots.size());
    }
    void release(const Release& release) {
        for (const GroupId g : release.order) place("order", g);
    }
    // Numbers and words name nothing.
    void number(const char*, double, MemberRange) {}
    void usual(const char*, double, MemberRange) {}
    void grams(const char*, double, MemberRange) {}
    void until_end(const char*, double, MemberRange) {}
    void flag(const char*, bool) {}
    void word(const char*, auto) {}
    void point(const char*, const std::optional<Vec2>&) {}

    [[nodiscard]] bool all_there() const { return all_there_; }

private:
    void require(bool there) { all_there_ = all_there_ && there; }

    const World& world_;
    const Building& building_;
    bool all_there_ = true;
};

}  // namespace

bool all_named_is_there(const World& world, const Incident& incident) {
    Names names(world);
    std::visit([&]<class Kind>(const Kind& i) { IncidentKind<Kind>::members(i, names); }, incident);
    return names.all_there();
}

}  // namespace muster::engine
