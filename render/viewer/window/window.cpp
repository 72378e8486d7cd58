// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/window/window.h"

#include <backends/imgui_impl_opengl3.h>

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/OpenGL.hpp>
#include <SFML/System/Clock.hpp>
#include <SFML/System/Sleep.hpp>
#include <SFML/Window/Clipboard.hpp>
#include <SFML/Window/Event.hpp>
#include <SFML/Window/Window.hpp>
#include <algorithm>
#include <map>
#include <memory>

#include "render/viewer/panels/panels.h"
#include "render/viewer/scene/sprites.h"
#include "render/viewer/window/file_drop.h"
#include "render/viewer/window/fonts.h"
#include "render/viewer/window/input.h"
#include "render/viewer/window/screen.h"
#include "render/viewer/window/script_player.h"

namespace muster::viewer {

namespace {

constexpr float line_px = 18.0F;      // height of words at scale 1
constexpr double lesson_scale = 1.5;  // a class sits far from the screen
constexpr double script_frame_s = 1.0 / 30.0;

class CardTextures final : public Textures {
public:
    ImTextureID put(const std::string& name, const picture::Pixels& pixels) override {
        auto& texture = kept_[name];
        const auto width = static_cast<unsigned>(pixels.width), height = static_cast<unsigned>(pixels.height);
        if (!texture || texture->getSize() != sf::Vector2u(width, height)) {
            texture = std::make_unique<sf::Texture>();
            if (!texture->create(width, height)) return nullptr;
            texture->setSmooth(true);
        }
        texture->update(pixels.rgba.data());
        return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture->getNativeHandle()));
    }

    ImTextureID load(const std::string& path) override {
        const sf::Texture* const texture = picture(path);
        if (texture == nullptr) return nullptr;
        return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture->getNativeHandle()));
    }
    Size size_of(const std::string& path) override {
        const sf::Texture* const texture = picture(path);
        if (texture == nullptr) return {};
        return {static_cast<int>(texture->getSize().x), static_cast<int>(texture->getSize().y)};
    }

private:
    const sf::Texture* picture(const std::string& path) {
        auto& texture = kept_["file " + path];
        if (texture) return texture.get();
        texture = std::make_unique<sf::Texture>();
        if (!texture->loadFromFile(path)) texture.reset();
        return texture.get();
    }

    std::map<std::string, std::unique_ptr<sf::Texture>> kept_;
};

class ImGuiSession {
public:
    ImGuiSession() {
        IMGUI_CHECKVERSION();
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        map_keys();
        ImGui_ImplOpenGL3_Init("#version 130");
    }
    ~ImGuiSession() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
    }
    ImGuiSession(const ImGuiSession&) = delete;
    ImGuiSession& operator=(const ImGuiSession&) = delete;
};

void set_style(float scale) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    ImGui::StyleColorsLight(&style);
    style.WindowRounding = 0.0F;
    style.FrameRounding = 3.0F;
    style.WindowBorderSize = 1.0F;
    style.Colors[ImGuiCol_WindowBg] = {0.97F, 0.97F, 0.96F, 1.0F};
    style.ScaleAllSizes(scale);
}

class Viewer {
public:
    Viewer(ViewerState& state, ViewerHost& host, WindowOptions options)
        : window_(sf::VideoMode(options.width, options.height), sf::String(L"Muster 集合"), sf::Style::Default,
                  sf::ContextSettings(0, 0, 0, 3, 0)),
          state_(state),
          controller_(state, host),
          player_(std::move(options.script)),
          plays_(options.plays),
          interrupted_(std::move(options.interrupted)),
          plans_(textures_),
          font_(find_chinese_font()) {
        if (!plays_) window_.setFramerateLimit(60);
        ui_.textures = &textures_;
        ui_.plans = &plans_;
        ui_.sprites = textures_.put("sprites", draw_sprites());
    }

    WindowResult run() {
        WindowResult result;
        result.opened = true;
        result.chinese = font_.has_value();
        sf::Clock clock;
        const LostScreen lost([this] { controller_.keep_unsaved(); });
        while (window_.isOpen() && !controller_.quit() && !interrupted_() &&
               !(plays_ && (player_.done() || !player_.failure().empty()))) {
            const double passed = static_cast<double>(clock.restart().asSeconds());
            frame(plays_ ? script_frame_s : passed);
        }
        if (interrupted_()) controller_.keep_unsaved();
        result.script_failure = player_.failure();
        result.frames = static_cast<int>(frame_ms_.size());
        if (!frame_ms_.empty()) {
            std::sort(frame_ms_.begin(), frame_ms_.end());
            result.median_frame_ms = frame_ms_[frame_ms_.size() / 2];
            result.worst_frame_ms = frame_ms_[frame_ms_.size() * 99 / 100];
        }
        return result;
    }

private:
    void frame(double passed_s) {
        const sf::Clock work;
        Wishes wishes;
        read_events(wishes);
        match_settings();
        ImGuiIO& io = ImGui::GetIO();
        io.DeltaTime = static_cast<float>(std::max(passed_s, 1e-4));
        io.DisplaySize = {static_cast<float>(window_.getSize().x), static_cast<float>(window_.getSize().y)};
        now_s_ += passed_s;
        ui_.now_s = now_s_;
        if (plays_) player_.play_frame(state_, ui_, wishes);
        controller_.pass(passed_s);
        ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        draw_everything(ui_, state_, wishes);
        ImGui::Render();
        const auto asks_for_picture = [](const Wish& w) { return get_wish<wish::Screenshot>(w) != nullptr; };
        const bool seen = !player_.unseen() || std::any_of(wishes.begin(), wishes.end(), asks_for_picture);
        if (seen) draw_on_screen();
        controller_.carry_out(wishes);
        if (const std::string path = controller_.take_screenshot_path(); !path.empty()) take_screenshot(path);
        frame_ms_.push_back(static_cast<double>(work.getElapsedTime().asMicroseconds()) / 1000.0);
        // Checks and runs go on beside, and need their time.
        seen ? window_.display() : sf::sleep(sf::milliseconds(10));
    }

    void draw_on_screen() {
        glViewport(0, 0, static_cast<GLsizei>(window_.getSize().x), static_cast<GLsizei>(window_.getSize().y));
        glClearColor(0.97F, 0.97F, 0.96F, 1.0F);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    }

    void read_events(Wishes& wishes) {
        sf::Event event;
        while (window_.pollEvent(event)) {
            if (event.type == sf::Event::Closed) wishes.emplace_back(wish::Leave{});
            if (!plays_) pass_on(event);
        }
        if (auto path = drop_.poll()) wishes.emplace_back(wish::OpenPath{std::move(*path), false});
    }

    void match_settings() {
        // Boxes instead of characters help nobody.
        if (!font_ && state_.settings.lang == text::Lang::zh_cn)
            controller_.carry_out({wish::SetLanguage{text::Lang::en},
                                   wish::Say{text::Catalogue(text::Lang::en).text("muster.view.no_font")}});
        if (ui_.texts.lang() != state_.settings.lang) ui_.texts = text::Catalogue(state_.settings.lang);
        const double wanted = state_.settings.scale * (state_.mode == Mode::lesson ? lesson_scale : 1.0);
        if (wanted == scale_) return;
        scale_ = wanted;
        const auto scale = static_cast<float>(scale_);
        set_style(scale);
        load_fonts(font_, scale * line_px);
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
        ui_.unit = scale * line_px;
        plans_.forget();
    }

    void take_screenshot(const std::string& path) {
        sf::Texture texture;
        texture.create(window_.getSize().x, window_.getSize().y);
        texture.update(window_);
        if (texture.copyToImage().saveToFile(path))
            controller_.carry_out(Wishes{wish::Say{ui_.text("viewer.picture_saved", {{"file", path}})}});
        else
            controller_.carry_out(Wishes{wish::Say{ui_.text("viewer.cannot_save", {{"file", path}})}});
    }

    sf::Window window_;
    FileDrop drop_{window_.getSystemHandle()};
    ImGuiSession imgui_;
    ViewerState& state_;
    Controller controller_;
    ScriptPlayer player_;
    bool plays_;
    std::function<bool()> interrupted_;
    CardTextures textures_;
    PlanImages plans_;
    Ui ui_;
    std::optional<FontFile> font_;
    double scale_ = 0.0, now_s_ = 0.0;
    std::vector<double> frame_ms_;
};

}  // namespace

WindowResult show_window(ViewerState& state, ViewerHost& host, WindowOptions options) {
    const Screen screen;
    if (!screen.there()) return {};
    return Viewer(state, host, std::move(options)).run();
}

}  // namespace muster::viewer
