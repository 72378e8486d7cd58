// SPDX-License-Identifier: Apache-2.0
#include "sim/flow/queue_network.h"

#include <algorithm>
#include <cassert>

namespace muster::flow {

namespace {

constexpr std::uint32_t serve_bit = 0x80000000U, release_bit = 0x40000000U;
constexpr std::uint32_t nobody = 0xFFFFFFFFU;

}  // namespace

std::vector<std::uint8_t> packets_of(int persons, int size) {
    std::vector<std::uint8_t> out;
    for (int left = persons; left > 0; left -= size) out.push_back(static_cast<std::uint8_t>(std::min(left, size)));
    return out;
}

QueueRun::QueueRun(std::vector<QueueCell> cells, std::vector<QueueGroup> groups, QueueLimits limits)
    : cells_(std::move(cells)),
      groups_(std::move(groups)),
      limits_(limits),
      state_(cells_.size()),
      group_state_(groups_.size()) {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        assert(!groups_[g].ways.empty() && "every group needs a way");
        group_state_[g].first_packet = static_cast<std::uint32_t>(packets_.size());
        for (std::size_t k = 0; k < groups_[g].packets.size(); ++k)
            packets_.push_back({static_cast<std::uint16_t>(g), 0, static_cast<std::uint32_t>(k),
                                static_cast<float>(groups_[g].packets[k])});
    }
    behind_.resize(packets_.size());
    plan_.resize(groups_.size());
    events_.reserve(packets_.size() + cells_.size() + 3 * groups_.size());
    outcome_.groups.resize(groups_.size());
    outcome_.peak.resize(cells_.size());
    outcome_.crowded_by_cell.resize(cells_.size());
}

void QueueRun::reset(std::span<const QueueChoice> plan) {
    assert(plan.size() == groups_.size() && "one choice per group");
    std::copy(plan.begin(), plan.end(), plan_.begin());
    CellState empty;
    empty.head = empty.tail = empty.first_waiting = empty.last_waiting = empty.waits_next = nobody;
    std::fill(state_.begin(), state_.end(), empty);
    for (Packet& p : packets_) p.step = 0;
    for (GroupState& g : group_state_) {
        g.left_room = 0;
        g.released = false;
    }
    std::fill(outcome_.groups.begin(), outcome_.groups.end(), GroupTimes{});
    std::fill(outcome_.peak.begin(), outcome_.peak.end(), 0.0F);
    std::fill(outcome_.crowded_by_cell.begin(), outcome_.crowded_by_cell.end(), 0.0F);
    outcome_.last_out = outcome_.crowded_person_s = 0.0;
    outcome_.stuck = 0;
    events_.clear();
    sequence_ = 0;
    now_ = 0.0;
    out_ = 0;
}

const QueueOutcome& QueueRun::run(std::span<const QueueChoice> plan) {
    reset(plan);
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
        if (plan_[g].after < 0) release(g, plan_[g].release_s);
        if (plan_[g].after >= 0 && plan_[g].latest_s < QueueChoice::never) schedule(plan_[g].latest_s, g | release_bit);
    }
    const auto later = [](const Event& a, const Event& b) {
        return a.at != b.at ? a.at > b.at : a.sequence > b.sequence;
    };
    while (!events_.empty()) {
        const Event next = events_.front();
        std::pop_heap(events_.begin(), events_.end(), later);
        events_.pop_back();
        now_ = next.at;
        happen(next.what);
    }
    if (out_ < packets_.size())
        for (const Packet& p : packets_)
            if (p.step < way_of(p).steps.size()) outcome_.stuck += static_cast<int>(p.size);
    return outcome_;
}

void QueueRun::happen(std::uint32_t what) {
    if ((what & serve_bit) != 0) {
        state_[what & ~serve_bit].serving = false;
        serve(what & ~serve_bit);
    } else if ((what & release_bit) != 0) {
        release(what & ~release_bit, now_);
    } else {
        come_to_end(what);
    }
}

bool QueueRun::closes(const Packet& p) const {
    const QueueGroup& g = groups_[p.group];
    return g.closes_by_s >= 0.0 && p.number > 0 && p.number + 1 == g.packets.size();
}

double QueueRun::pace(const Packet& p) const {
    const QueueGroup& g = groups_[p.group];
    return g.pace.empty() ? 1.0 : static_cast<double>(g.pace[p.number]);
}

void QueueRun::schedule(double at, std::uint32_t what) {
    events_.push_back({at, sequence_++, what});
    std::push_heap(events_.begin(), events_.end(),
                   [](const Event& a, const Event& b) { return a.at != b.at ? a.at > b.at : a.sequence > b.sequence; });
}

// Only the first packet is on the calendar; each calls the next, so that the heap stays small.
void QueueRun::release(std::uint32_t group, double at) {
    if (group_state_[group].released) return;
    group_state_[group].released = true;
    plan_[group].release_s = at;
    for (std::uint32_t g = 0; g < groups_.size(); ++g)
        if (plan_[g].after == static_cast<std::int32_t>(group) && plan_[g].limit_s < QueueChoice::never)
            schedule(at + plan_[g].limit_s, g | release_bit);
    if (groups_[group].packets.empty()) return;
    schedule(at + static_cast<double>(groups_[group].ways[plan_[group].way].ready_s.front()),
             group_state_[group].first_packet);
}

void QueueRun::come_to_end(std::uint32_t packet) {
    const Packet& p = packets_[packet];
    const QueueWay& way = way_of(p);
    const std::uint32_t cell = way.steps[p.step].cell;
    CellState& s = state_[cell];
    if (p.step == 0) {
        change(cell, static_cast<double>(p.size));
        if (p.number + 1 < groups_[p.group].packets.size() && !closes(packets_[packet + 1]))
            schedule(std::max(now_, plan_[p.group].release_s + static_cast<double>(way.ready_s[p.number + 1])),
                     packet + 1);
    }
    behind_[packet] = nobody;
    if (s.head == nobody)
        s.head = packet;
    else
        behind_[s.tail] = packet;
    s.tail = packet;
    if (!s.waits) serve(cell);
}

bool QueueRun::has_room(std::uint32_t cell, float size) const {
    return state_[cell].inside <= 0.0 || state_[cell].inside + static_cast<double>(size) <= cells_[cell].holds;
}

void QueueRun::serve(std::uint32_t cell) {
    CellState& s = state_[cell];
    if (s.head == nobody || s.waits || s.serving) return;
    if (s.free_from > now_) {
        s.serving = true;
        schedule(s.free_from, cell | serve_bit);
        return;
    }
    const std::uint32_t packet = s.head;
    Packet& p = packets_[packet];
    const QueueWay& way = way_of(p);
    const bool last = p.step + 1U == way.steps.size();
    if (!last && !has_room(way.steps[p.step + 1U].cell, p.size)) {
        wait_for(cell, way.steps[p.step + 1U].cell);
        return;
    }
    s.head = behind_[packet];
    s.free_from = now_ + static_cast<double>(p.size) / cells_[cell].flow;
    if (courses_ != nullptr) {
        auto& flow = (*courses_)[cell].flow;
        const auto bin = static_cast<std::size_t>(now_ / bin_s_);
        if (flow.size() <= bin) flow.resize(bin + 1, 0.0F);
        flow[bin] += p.size / static_cast<float>(bin_s_);
    }
    change(cell, -static_cast<double>(p.size));
    if (p.step == 0) out_of_room(packet);
    ++p.step;
    if (last) {
        leave(packet, way);
    } else {
        const QueueStep& step = way.steps[p.step];
        const double slowed = 1.0 + limits_.slowing * state_[step.cell].inside / cells_[step.cell].area_m2;
        change(step.cell, static_cast<double>(p.size));
        schedule(now_ + static_cast<double>(step.walk_s) * slowed / pace(p), packet);
    }
    if (s.head != nobody) {
        s.serving = true;
        schedule(s.free_from, cell | serve_bit);
    }
    let_in(cell);
}

void QueueRun::wait_for(std::uint32_t cell, std::uint32_t ahead) {
    state_[cell].waits = true;
    state_[cell].waits_next = nobody;
    CellState& a = state_[ahead];
    if (a.first_waiting == nobody)
        a.first_waiting = cell;
    else
        state_[a.last_waiting].waits_next = cell;
    a.last_waiting = cell;
}

// Those who wait for room in `cell`, longest first, as far as there is room.
void QueueRun::let_in(std::uint32_t cell) {
    CellState& s = state_[cell];
    while (s.first_waiting != nobody) {
        const std::uint32_t waiting = s.first_waiting;
        CellState& w = state_[waiting];
        if (!has_room(cell, packets_[w.head].size)) return;
        s.first_waiting = w.waits_next;
        w.waits = false;
        serve(waiting);
    }
}

void QueueRun::change(std::uint32_t cell, double persons) {
    CellState& s = state_[cell];
    const QueueCell& c = cells_[cell];
    const double density = s.inside / c.area_m2;
    if (c.counts && density > limits_.density) {
        const double person_s = s.inside * (now_ - s.since);
        outcome_.crowded_person_s += person_s;
        outcome_.crowded_by_cell[cell] += static_cast<float>(person_s);
    }
    if (courses_ != nullptr) {
        auto& course = (*courses_)[cell].density;
        const auto bin = static_cast<std::size_t>(now_ / bin_s_);
        while (course.size() < bin) course.push_back(static_cast<float>(density));
    }
    s.inside += persons;
    s.since = now_;
    outcome_.peak[cell] = std::max(outcome_.peak[cell], static_cast<float>(s.inside / c.area_m2));
}

void QueueRun::out_of_room(std::uint32_t packet) {
    const std::uint32_t group = packets_[packet].group;
    GroupTimes& times = outcome_.groups[group];
    GroupState& state = group_state_[group];
    if (state.left_room++ == 0) times.first_out_of_room = now_;
    const Packet& p = packets_[packet];
    times.last_out_of_room = now_ + (p.size - 1.0) / cells_[way_of(p).steps.front().cell].flow;
    const auto packets = static_cast<std::uint32_t>(groups_[group].packets.size());
    if (state.left_room == packets) release_followers(group, times.last_out_of_room);
    const std::uint32_t last = state.first_packet + packets - 1;
    if (state.left_room + 1 != packets || !closes(packets_[last])) return;
    const double sets_off = std::min(times.last_out_of_room, plan_[group].release_s + groups_[group].closes_by_s);
    schedule(std::max(now_, sets_off + static_cast<double>(way_of(packets_[last]).ready_s.back())), last);
}

void QueueRun::release_followers(std::uint32_t group, double gone) {
    for (std::uint32_t g = 0; g < groups_.size(); ++g)
        if (plan_[g].after == static_cast<std::int32_t>(group))
            schedule(gone + plan_[g].gap_s + plan_[g].release_s, g | release_bit);
}

void QueueRun::leave(std::uint32_t packet, const QueueWay& way) {
    const Packet& p = packets_[packet];
    GroupTimes& times = outcome_.groups[p.group];
    const double last = now_ + (p.size - 1.0) / cells_[way.steps.back().cell].flow;
    times.out_of_building = std::max(times.out_of_building, last);
    times.at_spot = std::max(times.at_spot, last + way.outside_s / pace(p));
    outcome_.last_out = std::max(outcome_.last_out, last);
    ++out_;
}

std::vector<CellCourse> QueueRun::courses(std::span<const QueueChoice> plan, double bin_s) {
    std::vector<CellCourse> out(cells_.size());
    courses_ = &out;
    bin_s_ = bin_s;
    (void)run(plan);
    courses_ = nullptr;
    return out;
}

}  // namespace muster::flow
