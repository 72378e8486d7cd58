// SPDX-License-Identifier: Apache-2.0
// The symmetric, positive definite matrix of the pressure equations: as sparse as the building's graph of rooms and
// openings. The order of elimination (least degree first) and the places that fill up are found once.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace muster::hazards {

class PressureMatrix {
public:
    /// `joins`: pairs of unknowns that are coupled; doubles and self-joins are allowed.
    PressureMatrix(std::size_t unknowns, std::span<const std::pair<std::size_t, std::size_t>> joins);

    void clear();
    void add_diagonal(std::size_t i, double value) { diagonal_[order_of_[i]] += value; }
    /// Adds `value` to both (i, j) and (j, i). Pre: the pair is in `joins`, i != j.
    void add_pair(std::size_t i, std::size_t j, double value);
    /// Solves in place of `right`. Destroys the matrix. False when it is not positive definite.
    [[nodiscard]] bool solve(std::span<double> right);

private:
    struct Entry {
        std::size_t row;  // in order of elimination, > its column
        double value;
    };
    std::vector<std::size_t> order_of_;       // unknown -> place in the order
    std::vector<double> diagonal_;            // in order
    std::vector<std::vector<Entry>> column_;  // below the diagonal, rows ascending
    std::vector<double> permuted_;
};

}  // namespace muster::hazards
