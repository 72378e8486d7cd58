// SPDX-License-Identifier: Apache-2.0
// A building as a network of queues: thousands of evacuations a second where the physics does one in seconds.
//
// People go in packets of a few from cell to cell. A cell is a stretch of floor that is left by one opening (or by the
// next stretch of a long corridor): it takes time to walk through, holds only so many, and lets out so many a second,
// first come first served. Who walks faster passes who walks slower, but nobody passes in a queue. A packet moves on
// when the cell ahead has room: a full flight holds up the landing above, and that the class door (spill-back). Where
// streams merge, who has waited longest goes first. A packet moves with the first in it; the others count as out so
// much later as the opening takes to let them through. Only whoever walks the same way shares a cell; people who meet
// do not hinder each other.
//
// Event-driven; the same input gives the same output to the bit; nothing is allocated once a QueueRun is made. Times in
// seconds from the order to leave.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace muster::flow {

struct QueueCell {
    double area_m2 = 1.0;
    double holds = 1e9;    // persons
    double flow = 1e9;     // persons/s out of it
    bool is_room = false;  // where people start: holds all of them, crowded only by those who wait at its door
    bool counts = true;    // in the crowding (out of doors nobody counts)
};

struct QueueStep {
    std::uint32_t cell = 0;
    float walk_s = 0.0F;  // through the cell, when nobody is in the way
};

/// One way of one group: from its room (the first step) to where it leaves the building, and on to its spot.
struct QueueWay {
    std::vector<QueueStep> steps;
    std::vector<float> ready_s;  // per packet, ascending: from release to standing at the room's door
    double outside_s = 0.0;      // from the last step to the spot
};

struct QueueGroup {
    std::vector<std::uint8_t> packets;  // persons in each
    std::vector<QueueWay> ways;         // to choose from, at least one
    std::vector<float> pace;            // per packet, of the ways' walking speed; empty = 1
    /// The last packet (rear teachers) sets off when all others have left the room, or so long after the release;
    /// its `ready_s` counts from there. Negative = it goes like the others.
    double closes_by_s = -1.0;
};

/// What a candidate plan says of one group.
struct QueueChoice {
    static constexpr double never = std::numeric_limits<double>::infinity();
    std::uint32_t way = 0;
    double release_s = 0.0;
    std::int32_t after = -1;  // released when this group has left its room ...
    double gap_s = 0.0;       // ... and so much later; `release_s` is then added
    double limit_s = never;   // but so long after that group's release at the latest
    double latest_s = never;  // and at this time at the latest
};

struct QueueLimits {
    double density = 3.5;  // of a cell, persons/m2; over it person-seconds count as crowding
    double slowing = 0.1;  // by how much a packet walks slower per person/m2 in the cell it enters, m2/person
};

struct GroupTimes {
    double first_out_of_room = 0.0, last_out_of_room = 0.0;
    double out_of_building = 0.0, at_spot = 0.0;  // of the last
};

struct QueueOutcome {
    double last_out = 0.0;          // of the building; of those who get out
    double crowded_person_s = 0.0;  // person-seconds in cells over the limit
    int stuck = 0;                  // persons who block each other for ever
    std::vector<GroupTimes> groups;
    std::vector<float> peak;             // per cell, persons/m2
    std::vector<float> crowded_by_cell;  // per cell, person-seconds
};

/// One cell's course, in bins of `bin_s` from the order to leave.
struct CellCourse {
    std::vector<float> density;  // at the end of the bin, persons/m2
    std::vector<float> flow;     // persons/s out of it
};

class QueueRun {
public:
    QueueRun(std::vector<QueueCell> cells, std::vector<QueueGroup> groups, QueueLimits limits = {});

    /// One choice per group. The outcome is valid until the next run.
    const QueueOutcome& run(std::span<const QueueChoice> plan);
    /// As run(), and keeps every cell's course; allocates.
    [[nodiscard]] std::vector<CellCourse> courses(std::span<const QueueChoice> plan, double bin_s);

    [[nodiscard]] const std::vector<QueueGroup>& groups() const { return groups_; }
    [[nodiscard]] const std::vector<QueueCell>& cells() const { return cells_; }
    [[nodiscard]] const QueueLimits& limits() const { return limits_; }

private:
    struct Event {
        double at;
        std::uint32_t sequence;
        std::uint32_t what;  // packet, or cell | serve_bit, or group | release_bit
    };
    struct Packet {
        std::uint16_t group;
        std::uint16_t step;
        std::uint32_t number;  // within its group
        float size;
    };
    struct GroupState {
        std::uint32_t first_packet = 0;
        // Packets.
        std::uint32_t left_room = 0;
        bool released = false;
    };
    struct CellState {
        double inside = 0.0;
        double since = 0.0;                // when `inside` last changed
        double free_from = 0.0;            // lets the next one out
        std::uint32_t head = 0, tail = 0;  // of the line at its end: indices into line_, a list of packets
        std::uint32_t waits_next = 0;      // list of the cells that wait for room in another
        std::uint32_t first_waiting = 0, last_waiting = 0;  // cells that wait for room in this one
        bool serving = false;                               // an event will look again
        bool waits = false;                                 // for room ahead
    };

    void reset(std::span<const QueueChoice> plan);
    void release(std::uint32_t group, double at);
    void release_followers(std::uint32_t group, double gone);
    void happen(std::uint32_t what);
    void schedule(double at, std::uint32_t what);
    void come_to_end(std::uint32_t packet);
    void serve(std::uint32_t cell);
    bool has_room(std::uint32_t cell, float size) const;
    void wait_for(std::uint32_t cell, std::uint32_t ahead);
    void let_in(std::uint32_t cell);
    void change(std::uint32_t cell, double persons);
    void leave(std::uint32_t packet, const QueueWay& way);
    void out_of_room(std::uint32_t packet);
    [[nodiscard]] bool closes(const Packet& p) const;
    [[nodiscard]] double pace(const Packet& p) const;
    [[nodiscard]] const QueueWay& way_of(const Packet& p) const { return groups_[p.group].ways[plan_[p.group].way]; }

    std::vector<QueueCell> cells_;
    std::vector<QueueGroup> groups_;
    QueueLimits limits_;
    std::vector<CellState> state_;
    std::vector<Packet> packets_;
    std::vector<GroupState> group_state_;
    std::vector<std::uint32_t> behind_;  // per packet: who stands behind it in a line
    std::vector<Event> events_;          // a heap
    std::vector<QueueChoice> plan_;
    std::uint32_t sequence_ = 0;
    double now_ = 0.0;
    std::size_t out_ = 0;
    QueueOutcome outcome_;
    std::vector<CellCourse>* courses_ = nullptr;
    double bin_s_ = 10.0;
};

/// `persons` in packets of at most `size`.
[[nodiscard]] std::vector<std::uint8_t> packets_of(int persons, int size);

}  // namespace muster::flow
