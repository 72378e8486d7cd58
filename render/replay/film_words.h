// SPDX-License-Identifier: Apache-2.0
// What is written on a film: title, clock, counts, the latest event, names of the states that occur.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "render/text/catalogue.h"
#include "sim/analysis/moment.h"

namespace muster::replay {

class FilmWords {
public:
    FilmWords(const Trace& trace, text::Lang lang);

    [[nodiscard]] std::string title() const;
    /// From the signal to leave: "疏散信号后 1:05".
    [[nodiscard]] std::string clock(double seconds) const;
    [[nodiscard]] std::string counts(const analysis::Moment& moment) const;
    /// What happened last, for a while; "" = nothing new.
    [[nodiscard]] std::string caption(double seconds) const;
    [[nodiscard]] std::vector<std::pair<PersonState, std::string>> states() const;

private:
    const Trace& trace_;
    text::Catalogue words_;
    double signal_s_ = 0.0;
    std::vector<std::pair<double, std::string>> happenings_;  // in order of time
};

}  // namespace muster::replay
