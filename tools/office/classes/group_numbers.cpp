// SPDX-License-Identifier: Apache-2.0
#include "tools/office/classes/group_numbers.h"

#include <algorithm>
#include <variant>

namespace muster::classes {

namespace {

class Renumbering {
public:
    Renumbering(const std::vector<std::ptrdiff_t>& origin, std::size_t before) : now_(before) {
        for (std::size_t i = 0; i < origin.size(); ++i)
            if (origin[i] >= 0) now_[static_cast<std::size_t>(origin[i])] = GroupId{i};
    }
    [[nodiscard]] GroupId operator()(GroupId id) const { return now_[id.index()]; }

    void apply(Release& release) const {
        for (GroupId& id : release.order) id = (*this)(id);
        std::erase_if(release.order, [](GroupId id) { return !id.valid(); });
    }

private:
    std::vector<GroupId> now_;
};

GroupId* group_of(Incident& incident) {
    if (auto* send = std::get_if<SendGroup>(&incident)) return &send->group;
    if (auto* release = std::get_if<ReleaseGroup>(&incident)) return &release->group;
    if (auto* hold = std::get_if<HoldGroup>(&incident)) return &hold->group;
    return nullptr;
}

}  // namespace

void renumber_groups(Scenario& scenario, const std::vector<std::ptrdiff_t>& origin, const Population& before,
                     Findings& findings) {
    const Renumbering now(origin, before.groups.size());
    now.apply(scenario.release);
    std::vector<TimedIncident> kept;
    for (TimedIncident& incident : scenario.incidents) {
        if (auto* change = std::get_if<ChangeRelease>(&incident.what)) now.apply(change->release);
        if (GroupId* group = group_of(incident.what)) {
            const GroupId was = *group;
            *group = now(was);
            if (!group->valid()) {
                findings.push_back({Severity::warning,
                                    "classes.incident_left_out",
                                    "/incidents",
                                    "",
                                    0,
                                    {{"class", before.groups[was.index()].name.zh}}});
                continue;
            }
        }
        kept.push_back(std::move(incident));
    }
    scenario.incidents = std::move(kept);
}

}  // namespace muster::classes
