// SPDX-License-Identifier: Apache-2.0
// The alarm, who is told to go and when, and setting off after the pre-movement time.
#pragma once

#include "sim/engine/decisions.h"
#include "sim/engine/orders.h"
#include "sim/engine/room_search.h"
#include "sim/engine/run_state.h"

namespace muster::engine {

struct ReleaseSettings {
    // Class by class: the next class goes at the latest after this; assumption.
    double class_gap_limit_s = 120.0;
    // A rear teacher waits for the class at most this long; assumption.
    double rear_teacher_limit_s = 60.0;
};

class AlarmAndRelease {
public:
    AlarmAndRelease(RunState& run, Decisions& decisions, RoomSearch& search)
        : run_(run), decisions_(decisions), search_(search), orders_(run.world()) {}

    // As it happens.
    void sound();
    void release(GroupId group);
    void set_off(PersonId person);

    // As somebody orders it meanwhile.
    void silence();
    void release_out_of_turn(GroupId group);
    void hold(GroupId group);
    void change(const Release& release);

    // Once per decision interval.
    void release_waiting_classes();
    void send_rear_teachers();

    [[nodiscard]] bool sounding() const { return sounding_; }
    /// Whether a detector, or somebody who sees the fire, would bring the alarm about.
    [[nodiscard]] bool awaits_detection() const { return run_.world().scenario.alarm.by_detection && !is_coming_; }
    void detected() { is_coming_ = true; }
    /// A run in which people wait for an order that may still be given is not over.
    [[nodiscard]] bool orders_are_awaited() const;

private:
    [[nodiscard]] bool class_has_gone(GroupId group) const;
    void issue_orders();
    void say_where_it_burns();
    void order(GroupId group, SimTime at);
    void withdraw(GroupId group);
    void withdraw_all();
    void leave_queue(GroupId group);

    RunState& run_;
    Decisions& decisions_;
    RoomSearch& search_;
    ReleaseSettings settings_;
    Orders orders_;
    bool sounding_ = false, is_coming_ = false;
};

}  // namespace muster::engine
