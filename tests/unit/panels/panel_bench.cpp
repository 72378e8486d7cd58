// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/panels/panel_bench.h"

#include <imgui_internal.h>

namespace muster::viewer {

namespace {

constexpr double frame_s = 1.0 / 30.0;

std::string& clipboard() {
    static std::string words;
    return words;
}

void count_recovery(void* count, const char*, ...) { ++*static_cast<int*>(count); }

std::shared_ptr<const World> school() {
    testing::WorldBuilder w = small_school();
    Risk risk;
    risk.key = "kitchen";
    risk.name = {"厨房", "Kitchen"};
    risk.space = w.space("r1");
    risk.at = {1.0, 1.0};
    return w.risk(risk).build();
}

}  // namespace

PanelBench::PanelBench(text::Lang lang) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1200.0F, 1000.0F};
    io.DeltaTime = static_cast<float>(frame_s);
    io.SetClipboardTextFn = [](void*, const char* text) { clipboard() = text; };
    io.GetClipboardTextFn = [](void*) { return clipboard().c_str(); };
    for (int i = 0; i < ImGuiKey_COUNT; ++i) io.KeyMap[i] = 300 + i;
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    state.settings.lang = lang;
    ui.texts = text::Catalogue(lang);
    ui.textures = &textures;
    ui.plans = &plans;
    ui.sprites = reinterpret_cast<ImTextureID>(std::uintptr_t{1});
    host.worlds["a.scenario.json"] = school();
    host.worlds["b.scenario.json"] = small_school().group("k3", "r2", 3, 1.0).build();
    controller.carry_out({wish::OpenPath{"a.scenario.json", false}});
    see(3.0);
    frames(3);
    asked.clear();
}

PanelBench::~PanelBench() { ImGui::DestroyContext(); }

void PanelBench::frame() {
    now_s_ += frame_s;
    ui.now_s = now_s_;
    if (ui.texts.lang() != state.settings.lang) ui.texts = text::Catalogue(state.settings.lang);
    controller.pass(frame_s);
    Wishes wishes;
    ImGui::NewFrame();
    draw_everything(ui, state, wishes);
    ImGui::ErrorCheckEndFrameRecover(count_recovery, &recovered);
    ImGui::Render();
    if (obey) controller.carry_out(wishes);
    asked.insert(asked.end(), wishes.begin(), wishes.end());
}

Wishes PanelBench::click(ImVec2 at) { return drag(at, at); }

Wishes PanelBench::click(const std::string& id) {
    frame();
    INFO(id);
    REQUIRE(ui.spots.contains(id));
    return click(ui.spots.at(id));
}

Wishes PanelBench::drag(ImVec2 from, ImVec2 to) {
    asked.clear();
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = from;
    frames(2);
    io.MouseDown[0] = true;
    frame();
    if (from.x != to.x || from.y != to.y) {
        io.MousePos = 0.5F * (from + to);
        frame();
        io.MousePos = to;
        frame();
    }
    io.MouseDown[0] = false;
    frames(2);
    return std::exchange(asked, {});
}

Wishes PanelBench::key(int index, bool control) {
    asked.clear();
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = control;
    io.KeysDown[index] = true;
    frame();
    io.KeysDown[index] = false;
    io.KeyCtrl = false;
    frame();
    return std::exchange(asked, {});
}

void PanelBench::see(double at_s) {
    controller.carry_out({wish::Seek{at_s}});
    wait_for([&] {
        controller.pass(0.0);
        return controller.caught_up();
    });
    controller.pass(0.0);
}

ImVec2 PanelBench::on_screen(Vec2 site, const std::string& pane) const {
    PaneView view;
    view.low = ui.spots.at(pane + ".low");
    view.high = ui.spots.at(pane + ".high");
    view.camera = ui.cameras.at(pane);
    return view.screen(site);
}

std::string PanelBench::words_of(const std::function<void(Ui&, const ViewerState&, Wishes&)>& panel) {
    clipboard().clear();
    Wishes wishes;
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0.0F, 0.0F});
    ImGui::SetNextWindowSize({1200.0F, 1000.0F});
    ImGui::Begin("all of it");
    ImGui::LogToClipboard(20);
    panel(ui, state, wishes);
    ImGui::LogFinish();
    ImGui::End();
    ImGui::ErrorCheckEndFrameRecover(count_recovery, &recovered);
    ImGui::Render();
    return clipboard();
}

}  // namespace muster::viewer
