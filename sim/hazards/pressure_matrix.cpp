// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/pressure_matrix.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace muster::hazards {

PressureMatrix::PressureMatrix(std::size_t unknowns, std::span<const std::pair<std::size_t, std::size_t>> joins)
    : order_of_(unknowns), diagonal_(unknowns, 0.0), column_(unknowns), permuted_(unknowns) {
    std::vector<std::set<std::size_t>> near(unknowns);
    for (const auto& [i, j] : joins) {
        if (i == j) continue;
        near[i].insert(j);
        near[j].insert(i);
    }
    std::vector<bool> done(unknowns, false);
    std::vector<std::vector<std::size_t>> below(unknowns);  // per place: unknowns still to come
    for (std::size_t place = 0; place < unknowns; ++place) {
        std::size_t best = unknowns;
        for (std::size_t i = 0; i < unknowns; ++i)
            if (!done[i] && (best == unknowns || near[i].size() < near[best].size())) best = i;
        order_of_[best] = place;
        done[best] = true;
        below[place].assign(near[best].begin(), near[best].end());
        for (const std::size_t a : below[place]) {
            near[a].erase(best);
            for (const std::size_t b : below[place])
                if (a != b) near[a].insert(b);
        }
    }
    for (std::size_t place = 0; place < unknowns; ++place) {
        for (const std::size_t i : below[place]) column_[place].push_back({order_of_[i], 0.0});
        std::sort(column_[place].begin(), column_[place].end(),
                  [](const Entry& a, const Entry& b) { return a.row < b.row; });
    }
}

void PressureMatrix::clear() {
    std::fill(diagonal_.begin(), diagonal_.end(), 0.0);
    for (auto& c : column_)
        for (Entry& e : c) e.value = 0.0;
}

void PressureMatrix::add_pair(std::size_t i, std::size_t j, double value) {
    const std::size_t a = std::min(order_of_[i], order_of_[j]), b = std::max(order_of_[i], order_of_[j]);
    auto& c = column_[a];
    std::lower_bound(c.begin(), c.end(), b, [](const Entry& e, std::size_t row) { return e.row < row; })->value +=
        value;
}

bool PressureMatrix::solve(std::span<double> right) {
    const std::size_t n = diagonal_.size();
    for (std::size_t i = 0; i < n; ++i) permuted_[order_of_[i]] = right[i];
    // Right-looking LDL': each column is scaled, and taken off those that it touches.
    for (std::size_t k = 0; k < n; ++k) {
        if (!(diagonal_[k] > 0.0) || !std::isfinite(diagonal_[k])) return false;
        auto& c = column_[k];
        for (std::size_t a = 0; a < c.size(); ++a) {
            const double factor = c[a].value / diagonal_[k];
            diagonal_[c[a].row] -= factor * c[a].value;
            permuted_[c[a].row] -= factor * permuted_[k];
            auto target = column_[c[a].row].begin();
            for (std::size_t b = a + 1; b < c.size(); ++b) {
                while (target->row < c[b].row) ++target;  // it is there: the pattern was filled up
                target->value -= factor * c[b].value;
            }
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        double x = permuted_[k];
        for (const Entry& e : column_[k]) x -= e.value * permuted_[e.row];
        permuted_[k] = x / diagonal_[k];
    }
    for (std::size_t i = 0; i < n; ++i) right[i] = permuted_[order_of_[i]];
    return true;
}

}  // namespace muster::hazards
