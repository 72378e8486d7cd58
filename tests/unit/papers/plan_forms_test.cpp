// SPDX-License-Identifier: Apache-2.0
// Forms of a small run: what is in them, and that every table is sound.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <set>

#include "render/document/html_writer.h"
#include "render/papers/forms/forms.h"
#include "render/papers/forms/plan_of_run.h"
#include "scenarios/reader.h"
#include "sim/analysis/analyse.h"
#include "tests/support/paths.h"
#include "tests/support/run_world.h"

using namespace muster;
using namespace muster::papers;
using namespace muster::testing;

namespace {

struct SmallRun {
    std::shared_ptr<const World> world;
    Trace trace;
    analysis::Ensemble ensemble;
    ReportInput input;
    planning::DrillPlan plan;

    SmallRun() {
        world = scenarios::load_world(source_file("scenarios/library/two_rooms_drill.scenario.json")).value->world;
        trace = trace_of(world);
        ensemble = analysis::combine({analysis::analyse(trace)});
        input.world = world.get();
        input.ensemble = &ensemble;
        input.trace = &trace;
        input.version = "0.1.0";
        plan = plan_of_run(input);
    }
};

const SmallRun& small_run() {
    static const SmallRun run;
    return run;
}

}  // namespace

TEST_CASE("The plan of a run has every class once, numbered in order, with guides at exits and assembly") {
    const planning::DrillPlan& plan = small_run().plan;
    std::set<GroupId> groups;
    std::map<std::pair<StairId, OpeningId>, std::set<int>> orders;
    for (const planning::ClassPlan& c : plan.classes) {
        CHECK(groups.insert(c.group).second);
        CHECK(c.route.exit.valid());
        CHECK(c.persons > 0);
        REQUIRE((c.out_of_building_s && c.at_spot_s));
        CHECK(*c.out_of_building_s < *c.at_spot_s);
        CHECK(orders[{c.route.stair, c.route.exit}].insert(c.order).second);
    }
    CHECK(groups.size() == small_run().world->scenario.population.groups.size());
    std::set<planning::PostDuty> duties;
    for (const planning::GuidePost& post : plan.posts) duties.insert(post.duty);
    CHECK(duties.count(planning::PostDuty::exit) == 1);
    CHECK(duties.count(planning::PostDuty::assembly) == 1);
    CHECK(std::is_sorted(
        plan.timeline.begin(), plan.timeline.end(),
        [](const planning::TimelineEntry& a, const planning::TimelineEntry& b) { return a.at_s < b.at_s; }));
}

TEST_CASE("Every form is sound in both languages, says all its words, and leaves to people what is theirs") {
    const SmallRun& run = small_run();
    const FormInput input{&run.input, &run.plan, {}, false};
    const std::regex unknown_id(R"((^|>)(f[0-9]+|form|clocks|risk)\.[a-z_0-9]+(<|$))");
    for (const text::Lang lang : text::all_languages)
        for (const Form form : all_forms) {
            if (!why_not(form, input).empty()) continue;
            CAPTURE(code_of(form));
            const document::Document document = make_form(form, input, lang);
            CHECK_FALSE(document.footer.empty());
            for (const document::Table* table : document::tables_of(document)) {
                CHECK(document::fault_of(*table) == "");
                for (const document::Row& row : table->rows) {
                    if (row.size() != table->columns.size()) continue;
                    for (std::size_t i = 0; i < row.size(); ++i)
                        if (table->columns[i].by == document::FilledBy::human) CHECK(row[i].empty());
                }
            }
            std::string html = document::document_html(document);
            for (std::size_t at = html.find("base64,"); at != std::string::npos; at = html.find("base64,", at + 7))
                html.erase(at + 7, html.find('"', at) - at - 7);
            CHECK_FALSE(std::regex_search(html, unknown_id));
        }
    CHECK(why_not(Form::comparison, input) == "form.no_variants");
}

TEST_CASE("Where somebody waits, every paper begins with the real day; where nobody does, none has it") {
    const SmallRun& run = small_run();
    World world = *run.world;
    ReportInput input = run.input;
    input.world = &world;
    planning::DrillPlan plan = run.plan;
    const auto begins_with_it = [&](Form form) {
        const document::Document d = make_form(form, {&input, &plan, {}, true}, text::Lang::zh_cn);
        return std::holds_alternative<document::Callout>(d.sections.front().blocks.front());
    };
    for (const Form form : {Form::drill_plan, Form::class_routes, Form::posts, Form::timeline})
        CHECK_FALSE(begins_with_it(form));
    plan.classes.front().held = true;
    for (const Form form : {Form::drill_plan, Form::class_routes, Form::posts, Form::timeline})
        CHECK(begins_with_it(form));
    plan.classes.front().held = false;
    plan.classes.front().release_delay_s = 40.0;
    world.scenario.mode = RunMode::dismissal;
    for (const Form form : {Form::drill_plan, Form::class_routes, Form::posts, Form::timeline})
        CHECK(begins_with_it(form));
    CHECK(why_not(Form::roll_call, {&input, &plan, {}, true}) == "form.not_at_dismissal");
    const std::string page =
        document::document_html(make_form(Form::drill_plan, {&input, &plan, {}, true}, text::Lang::zh_cn));
    CHECK(page.find("疏散信号") == std::string::npos);
    CHECK(page.find("放行音乐") != std::string::npos);
}

TEST_CASE("Over the danger line a plan says so first and has no line for approval") {
    const SmallRun& run = small_run();
    analysis::Ensemble crowded = run.ensemble;
    ReportInput input = run.input;
    input.ensemble = &crowded;
    const auto signed_by = [&] {
        const document::Document d = make_form(Form::drill_plan, {&input, &run.plan, {}, false}, text::Lang::zh_cn);
        const auto& first = d.sections.front().blocks;
        const bool boxed = std::holds_alternative<document::Callout>(first.front());
        return std::pair(boxed, std::get<document::Signatures>(first.back()).roles.size());
    };
    CHECK(signed_by() == std::pair<bool, std::size_t>(false, 3));
    REQUIRE_FALSE(crowded.bottlenecks.empty());
    crowded.bottlenecks.front().critical_s = 60.0;
    CHECK(signed_by() == std::pair<bool, std::size_t>(true, 2));
}

TEST_CASE("Only what was run is promised: no gap and no class after the other where all leave at once") {
    const SmallRun& run = small_run();
    const FormInput input{&run.input, &run.plan, {}, false};
    for (const Form form : {Form::drill_plan, Form::posts}) {
        const std::string page = document::document_html(make_form(form, input, text::Lang::zh_cn));
        for (const char* never : {"3 米", "走完", "口令再出门", "在门内等候"}) {
            INFO(never);
            CHECK(page.find(never) == std::string::npos);
        }
    }
}

TEST_CASE("Figures of the forms are those of the run") {
    const SmallRun& run = small_run();
    const FormInput input{&run.input, &run.plan, {}, false};
    const document::Document roll = make_form(Form::roll_call, input, text::Lang::zh_cn);
    const document::Table& table = *document::tables_of(roll).front();
    double expected = 0.0;
    for (std::size_t i = 0; i + 1 < table.rows.size(); ++i) expected += *table.rows[i][3].number;
    CHECK(*table.rows.back()[1].number == expected);
    CHECK(expected == static_cast<double>(run.world->scenario.population.total()));
}
