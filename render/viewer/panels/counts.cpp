// SPDX-License-Identifier: Apache-2.0
// How many are where, in large figures; of both runs where two are compared.
#include "render/text/held_words.h"
#include "render/text/names.h"
#include "render/viewer/panels/panels.h"

namespace muster::viewer {

namespace {

// Once the run is over.
void draw_held(const Ui& ui, const ViewerState& state, std::size_t i) {
    const analysis::RunAnalysis* const run = state.books[i]->analysis();
    if (run == nullptr) return;
    for (const analysis::Bottleneck& b : run->bottlenecks) {
        if (b.held.persons() == 0) return;
        ImGui::TextWrapped("%s", text::held_at(state.sessions[i]->world().building, b, ui.lang()).c_str());
    }
}

}  // namespace

void draw_counts(Ui& ui, const ViewerState& state, Wishes&) {
    for (std::size_t i = 0; i < state.sessions.size(); ++i) {
        const CrowdNow::Count& count = state.moments[i].count();
        if (state.sessions.size() > 1)
            ImGui::TextDisabled("%c  %s", static_cast<char>('A' + i),
                                text::in_language(state.sessions[i]->world().scenario.name, ui.lang()).c_str());
        ui.row(ui.text("viewer.count.inside"), std::to_string(count.inside));
        ui.row(ui.text("viewer.count.outside"), std::to_string(count.outside));
        ui.row(ui.text("viewer.count.assembled"), std::to_string(count.assembled));
        if (count.stranded > 0) ui.row(ui.text("viewer.count.stranded"), std::to_string(count.stranded));
        if (count.overcome > 0) ui.row(ui.text("viewer.count.overcome"), std::to_string(count.overcome));
        draw_held(ui, state, i);
    }
}

}  // namespace muster::viewer
