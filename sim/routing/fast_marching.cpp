// SPDX-License-Identifier: Apache-2.0
#include "sim/routing/fast_marching.h"

#include <bit>
#include <functional>

namespace muster::routing {

namespace {

// One axis of the upwind scheme: weight * (u - value)^2, with the neighbour's own value `near`.
struct AxisTerm {
    double weight = 0.0;  // 0 = no accepted neighbour; 1 = first order, 9/4 = second order
    double value = 0.0;
    double near = 0.0;
};

class March {
public:
    March(const FreeSpace& over, std::vector<float>& cost)
        : open_(over.open_sides()),
          slowness_(over.slowness()),
          cost_(cost),
          accepted_(cost.size(), 0),
          columns_(over.lattice().columns),
          cell_m_(over.lattice().cell_m) {}

    void run(const std::vector<int>& seeds) {
        for (const int cell : seeds) accepted_[at(cell)] = 1;
        for (const int cell : seeds) update_neighbours(cell);
        while (!waiting_.empty()) {
            std::pop_heap(waiting_.begin(), waiting_.end(), std::greater<>{});
            const int cell = static_cast<int>(waiting_.back() & 0xffffffffU);
            waiting_.pop_back();
            if (accepted_[at(cell)] != 0) continue;
            accepted_[at(cell)] = 1;
            update_neighbours(cell);
        }
    }

private:
    static std::size_t at(int cell) { return static_cast<std::size_t>(cell); }

    void update_neighbours(int cell) {
        const unsigned open = open_[at(cell)];
        if ((open & FreeSpace::left) != 0) update(cell - 1);
        if ((open & FreeSpace::right) != 0) update(cell + 1);
        if ((open & FreeSpace::down) != 0) update(cell - columns_);
        if ((open & FreeSpace::up) != 0) update(cell + columns_);
    }

    void update(int cell) {
        if (accepted_[at(cell)] != 0) return;
        const AxisTerm x = axis(cell, FreeSpace::left, FreeSpace::right, 1);
        const AxisTerm y = axis(cell, FreeSpace::down, FreeSpace::up, columns_);
        const auto found = static_cast<float>(solve(x, y, cell_m_ * slowness_[at(cell)]));
        if (found >= cost_[at(cell)]) return;
        cost_[at(cell)] = found;
        // Bits of positive floats order like the floats; equal costs go by cell number, so the order is total.
        waiting_.push_back(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(found)) << 32U |
                           static_cast<std::uint32_t>(cell));
        std::push_heap(waiting_.begin(), waiting_.end(), std::greater<>{});
    }

    [[nodiscard]] AxisTerm axis(int cell, unsigned minus, unsigned plus, int stride) const {
        const unsigned open = open_[at(cell)];
        const bool has_minus = (open & minus) != 0 && accepted_[at(cell - stride)] != 0;
        const bool has_plus = (open & plus) != 0 && accepted_[at(cell + stride)] != 0;
        if (!has_minus && !has_plus) return {};
        const bool take_plus = has_plus && (!has_minus || cost_[at(cell + stride)] < cost_[at(cell - stride)]);
        const int step = take_plus ? stride : -stride;
        const int first = cell + step;
        const double near = cost_[at(first)];
        if ((open_[at(first)] & (take_plus ? plus : minus)) != 0 && accepted_[at(first + step)] != 0) {
            const double far = cost_[at(first + step)];
            if (far <= near) return {2.25, (4.0 * near - far) / 3.0, near};
        }
        return {1.0, near, near};
    }

    static double along_one(const AxisTerm& t, double step_cost) {
        return t.weight > 0.0 ? t.value + step_cost / std::sqrt(t.weight) : std::numeric_limits<double>::infinity();
    }

    static double solve(const AxisTerm& x, const AxisTerm& y, double step_cost) {
        if (x.weight > 0.0 && y.weight > 0.0) {
            const double a = x.weight + y.weight;
            const double b = x.weight * x.value + y.weight * y.value;
            const double c = x.weight * x.value * x.value + y.weight * y.value * y.value - step_cost * step_cost;
            const double root = b * b - a * c;
            if (root >= 0.0) {
                const double u = (b + std::sqrt(root)) / a;
                if (u >= std::max(x.near, y.near)) return u;
            }
        }
        return std::max(std::min(along_one(x, step_cost), along_one(y, step_cost)), 0.0);
    }

    const std::vector<std::uint8_t>& open_;
    const std::vector<float>& slowness_;
    std::vector<float>& cost_;
    std::vector<std::uint8_t> accepted_;
    std::vector<std::uint64_t> waiting_;
    int columns_;
    double cell_m_;
};

}  // namespace

void march(const FreeSpace& over, const std::vector<int>& seeds, std::vector<float>& cost) {
    March(over, cost).run(seeds);
}

}  // namespace muster::routing
