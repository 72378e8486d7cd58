// SPDX-License-Identifier: Apache-2.0
// Two runs on one clock: what differs between their clocks and their bottlenecks.
#include <algorithm>
#include <array>

#include "render/text/names.h"
#include "render/text/places.h"
#include "render/viewer/panels/panels.h"

namespace muster::viewer {

namespace {

constexpr std::size_t places_shown = 6;

void cell(const std::string& words) {
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(words.c_str());
}

std::string clock_words(const std::optional<double>& clock, const analysis::Clocks& of) {
    if (!clock) return "-";
    return text::number_text(*clock - of.alarm.value_or(0.0), 0);
}

void draw_clock(Ui& ui, const char* id, std::optional<double> analysis::Clocks::*clock, const analysis::Clocks& a,
                const analysis::Clocks& b) {
    cell(ui.text(id));
    cell(clock_words(a.*clock, a));
    cell(clock_words(b.*clock, b));
    const bool both = (a.*clock) && (b.*clock);
    const double change = both ? (*(b.*clock) - b.alarm.value_or(0.0)) - (*(a.*clock) - a.alarm.value_or(0.0)) : 0.0;
    cell(both ? (change > 0.0 ? "+" : "") + text::number_text(change, 0) : "-");
}

void draw_clocks(Ui& ui, const ViewerState& state) {
    if (state.books[0]->empty() || state.books[1]->empty()) return;
    const analysis::Clocks &a = state.books[0]->book().clocks(), &b = state.books[1]->book().clocks();
    if (!ImGui::BeginTable("clocks", 4, ImGuiTableFlags_RowBg)) return;
    for (const char* head : {"viewer.compare.seconds", "viewer.compare.a", "viewer.compare.b", "viewer.compare.change"})
        cell(ui.text(head));
    draw_clock(ui, "viewer.clock.room", &analysis::Clocks::last_out_of_room, a, b);
    draw_clock(ui, "viewer.clock.building", &analysis::Clocks::last_out_of_building, a, b);
    draw_clock(ui, "viewer.clock.assembly", &analysis::Clocks::last_at_assembly, a, b);
    draw_clock(ui, "viewer.clock.roll_call", &analysis::Clocks::roll_call_done, a, b);
    ImGui::EndTable();
}

// The place of the other run with the same key; two plans may differ.
double lost_at(const analysis::RunAnalysis& run, const Building& building, const std::string& name, text::Lang lang) {
    for (const analysis::Bottleneck& b : run.bottlenecks)
        if (text::name_of_place(building, b, lang) == name) return b.delay_person_s;
    return 0.0;
}

void draw_places(Ui& ui, const ViewerState& state) {
    const analysis::RunAnalysis *a = state.books[0]->analysis(), *b = state.books[1]->analysis();
    if (a == nullptr || b == nullptr) {
        ImGui::TextWrapped("%s", ui.text("viewer.compare.when_ended").c_str());
        return;
    }
    const Building &first = state.sessions[0]->world().building, &second = state.sessions[1]->world().building;
    if (!ImGui::BeginTable("places", 4, ImGuiTableFlags_RowBg)) return;
    for (const char* head : {"viewer.compare.lost", "viewer.compare.a", "viewer.compare.b", "viewer.compare.change"})
        cell(ui.text(head));
    for (std::size_t i = 0; i < std::min(places_shown, a->bottlenecks.size()); ++i) {
        const std::string name = text::name_of_place(first, a->bottlenecks[i], ui.lang());
        const double before = a->bottlenecks[i].delay_person_s, after = lost_at(*b, second, name, ui.lang());
        cell(name);
        cell(text::number_text(before, 0));
        cell(text::number_text(after, 0));
        cell((after > before ? "+" : "") + text::number_text(after - before, 0));
    }
    ImGui::EndTable();
}

}  // namespace

void draw_compare(Ui& ui, const ViewerState& state, Wishes& wishes) {
    if (state.sessions.size() < 2) return;
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string name = std::string(1, static_cast<char>('A' + i)) + "  " +
                                 text::in_language(state.sessions[i]->world().scenario.name, ui.lang());
        if (ui.switch_button("viewer.compare.use:" + std::to_string(i), name, state.active == i))
            wishes.emplace_back(wish::Activate{i});
    }
    draw_clocks(ui, state);
    draw_places(ui, state);
    if (ui.button("viewer.compare.close")) wishes.emplace_back(wish::CloseCompared{});
}

}  // namespace muster::viewer
