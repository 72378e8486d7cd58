// SPDX-License-Identifier: Apache-2.0
// Ranks of items.
#include <catch2/catch.hpp>

#include "tests/unit/rectify/made_up_gain.h"
#include "tools/office/rectify/rectify_items.h"
#include "tools/office/rectify/rectify_report.h"

using namespace muster;
using namespace muster::rectify;

namespace {

store::RectificationItem item(const std::string& id, std::vector<store::ItemGain> g) {
    store::RectificationItem i;
    i.id = id;
    i.kind = "widen_door";
    i.gain = std::move(g);
    return i;
}

}  // namespace

TEST_CASE("significant items come first, most crowding taken away first; those without gain come last") {
    std::vector<store::RectificationItem> items{
        item("none", made_up_gain(0.0, 0.0)), item("slower", made_up_gain(20.0, -900.0)),
        item("some", made_up_gain(-10.0, -100.0)), item("most", made_up_gain(-5.0, -500.0))};
    store::RectificationItem by_hand = item("by_hand", {}), not_run = item("not_run", {});
    by_hand.standing = store::ItemStanding::estimated;
    not_run.standing = store::ItemStanding::not_simulated;
    items.push_back(not_run);
    items.push_back(by_hand);
    judge_and_rank(items);
    std::vector<std::string> order;
    for (const store::RectificationItem& i : items) order.push_back(i.id);
    CHECK(order == std::vector<std::string>{"most", "some", "slower", "by_hand", "none", "not_run"});
    CHECK(items[0].significant);
    CHECK(items[2].significant);
    CHECK(items[2].worse == std::vector<std::string>{"last_out_of_building"});
    CHECK_FALSE(items[4].significant);
    CHECK(items[4].rank == 5);
    CHECK(verdict_text(items[0], text::Lang::zh_cn) == "显著改善");
}

TEST_CASE("a locked exit is opened first, even where the runs gain nothing by it") {
    std::vector<store::RectificationItem> items{item("most", made_up_gain(-5.0, -500.0)),
                                                item("e2", made_up_gain(0.0, 0.0))};
    items[1].kind = "open_exit";
    judge_and_rank(items);
    CHECK(items[0].id == "e2");
    CHECK_FALSE(items[0].significant);
}

TEST_CASE("many changes at once: what would be significant alone need not be") {
    // Ten pairs of which two are higher: p = 0.049 by itself.
    std::vector<store::RectificationItem> items(10);
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i] = item("i" + std::to_string(i), {});
        store::ItemGain g;
        g.figure = analysis::Figure::last_out_of_building;
        g.pairs = 10;
        g.p_value = 0.049;
        g.evidence = analysis::Evidence::lower;
        items[i].gain = {g};
    }
    std::vector<store::RectificationItem> alone{items.front()};
    judge_and_rank(alone);
    CHECK(alone.front().significant);
    judge_and_rank(items);
    CHECK_FALSE(items.front().significant);
}

TEST_CASE("too few seeds: nothing is significant") {
    std::vector<store::RectificationItem> items{item("a", made_up_gain(-50.0, -500.0, 5))};
    judge_and_rank(items);
    CHECK_FALSE(items.front().significant);
    CHECK(verdict_text(items.front(), text::Lang::en) == "too few runs to say");
}

TEST_CASE("names of files are plain") {
    CHECK(file_stem(item("F1/西门 1/widen_door", {})).find_first_of("/ ") == std::string::npos);
    CHECK(file_stem(item("exit_w/widen_door", {})) == "exit_w.widen_door");
}
