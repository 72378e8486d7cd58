// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/group_clocks.h"

#include <algorithm>

#include "sim/analysis/ensemble.h"
#include "sim/base/statistics.h"

namespace muster::planning {

class GroupClockObserver final : public RunObserver {
public:
    explicit GroupClockObserver(GroupClocks& book) : book_(book) {}

    void run_started(const RunHeader& header) override {
        world_ = header.world;
        signal_s_ = world_->scenario.alarm.at_s;
        for (const PersonInfo& p : header.people) group_.push_back(p.group.index());
        members_.assign(book_.groups_, 0);
        for (const std::size_t g : group_) ++members_[g];
        room_.assign(group_.size(), -1.0);
        building_ = spot_ = room_;
    }
    void event_happened(SimTime time, const Event& event) override {
        const double s = time.seconds();
        if (std::holds_alternative<AlarmSounds>(event) && !signal_seen_) signal_s_ = s, signal_seen_ = true;
        if (const auto* e = std::get_if<PersonLeftRoom>(&event)) room_[e->person.index()] = s;
        if (const auto* e = std::get_if<PersonLeftBuilding>(&event)) building_[e->person.index()] = s;
        if (const auto* e = std::get_if<PersonAtAssembly>(&event)) spot_[e->person.index()] = s;
    }
    void run_ended(const Outcome&) override {
        const std::vector<double> room = last_of(room_), building = last_of(building_), spot = last_of(spot_);
        double first = -1.0;
        for (const double s : building_)
            if (s >= 0.0 && (first < 0.0 || s - signal_s_ < first)) first = s - signal_s_;
        const std::scoped_lock lock(book_.mutex_);
        for (std::size_t g = 0; g < book_.groups_; ++g) {
            book_.room_[g].push_back(room[g]);
            book_.building_[g].push_back(building[g]);
            book_.spot_[g].push_back(spot[g]);
        }
        book_.first_out_.push_back(first);
    }

private:
    // Of every group, after the signal; negative when one of them has no time.
    [[nodiscard]] std::vector<double> last_of(const std::vector<double>& times) const {
        std::vector<double> last(book_.groups_, -1.0);
        std::vector<int> counted(book_.groups_, 0);
        for (std::size_t p = 0; p < times.size(); ++p)
            if (times[p] >= 0.0) {
                ++counted[group_[p]];
                last[group_[p]] = std::max(last[group_[p]], times[p] - signal_s_);
            }
        for (std::size_t g = 0; g < last.size(); ++g)
            if (counted[g] < members_[g]) last[g] = -1.0;
        return last;
    }

    GroupClocks& book_;
    const World* world_ = nullptr;
    double signal_s_ = 0.0;
    bool signal_seen_ = false;
    std::vector<std::size_t> group_;  // per person
    std::vector<int> members_;        // per group
    std::vector<double> room_, building_, spot_;
};

namespace {

std::optional<double> median_of(const std::vector<double>& values) {
    if (values.empty() || *std::min_element(values.begin(), values.end()) < 0.0) return std::nullopt;
    return quantile(values, 0.5);
}

}  // namespace

std::unique_ptr<RunObserver> GroupClocks::observer() { return std::make_unique<GroupClockObserver>(*this); }

GroupClock GroupClocks::median(std::size_t group) const {
    return {median_of(room_[group]), median_of(building_[group]), median_of(spot_[group])};
}

std::optional<double> GroupClocks::first_out_of_building() const { return median_of(first_out_); }

}  // namespace muster::planning
