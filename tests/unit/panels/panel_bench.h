// SPDX-License-Identifier: Apache-2.0
// The window's panels without a window: Dear ImGui draws into nothing, a pretended pointer presses what it finds.
#pragma once

#include <imgui.h>

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "render/viewer/panels/panels.h"
#include "render/viewer/scene/pane.h"
#include "render/viewer/state/controller.h"
#include "tests/unit/viewer/fake_host.h"
#include "tests/unit/viewer/small_runs.h"

namespace muster::viewer {

class NoTextures final : public Textures {
public:
    ImTextureID put(const std::string&, const picture::Pixels&) override {
        return reinterpret_cast<ImTextureID>(std::uintptr_t{1});
    }
    ImTextureID load(const std::string&) override { return nullptr; }
    Size size_of(const std::string&) override { return {}; }
};

/// Two storeys, two classes, a risk point; "a.scenario.json" is open and played to 3 s.
class PanelBench {
public:
    explicit PanelBench(text::Lang lang = text::Lang::zh_cn);
    ~PanelBench();
    PanelBench(const PanelBench&) = delete;
    PanelBench& operator=(const PanelBench&) = delete;

    /// One frame; the wishes that came out are kept in `asked`, and carried out while `obey` is set.
    void frame();
    void frames(int count) {
        for (int i = 0; i < count; ++i) frame();
    }
    /// The pointer goes there, presses, lets go; what was asked for meanwhile.
    Wishes click(ImVec2 at);
    Wishes click(const std::string& id);
    Wishes drag(ImVec2 from, ImVec2 to);
    Wishes key(int index, bool control = false);
    void see(double at_s);
    [[nodiscard]] ImVec2 on_screen(Vec2 site, const std::string& pane = "pane0") const;
    /// All words that a panel draws, in a window large enough for all of it.
    std::string words_of(const std::function<void(Ui&, const ViewerState&, Wishes&)>& panel);

    FakeHost host;
    ViewerState state;
    Controller controller{state, host};
    NoTextures textures;
    PlanImages plans{textures};
    Ui ui;
    Wishes asked;
    bool obey = true;
    int recovered = 0;  // Begin without End, Push without Pop, and their like

private:
    double now_s_ = 0.0;
};

template <class What>
const What* find_wish(const Wishes& wishes) {
    for (const Wish& one : wishes)
        if (const auto* found = get_wish<What>(one)) return found;
    return nullptr;
}

}  // namespace muster::viewer
