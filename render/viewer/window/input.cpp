// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/window/input.h"

#include <imgui.h>

#include <SFML/Window/Clipboard.hpp>
#include <string>

#include "render/viewer/window/script_player.h"

namespace muster::viewer {

namespace {

std::string name_of_key(sf::Keyboard::Key key) {
    using K = sf::Keyboard;
    if (key >= K::A && key <= K::Z) return std::string(1, static_cast<char>('A' + (key - K::A)));
    if (key >= K::Num0 && key <= K::Num9) return std::string(1, static_cast<char>('0' + (key - K::Num0)));
    if (key >= K::F1 && key <= K::F12) return "F" + std::to_string(1 + (key - K::F1));
    switch (key) {
        case K::Space:
            return "Space";
        case K::Escape:
            return "Escape";
        case K::Home:
            return "Home";
        case K::End:
            return "End";
        case K::Left:
            return "Left";
        case K::Right:
            return "Right";
        case K::Up:
            return "Up";
        case K::Down:
            return "Down";
        case K::Enter:
            return "Enter";
        case K::Delete:
            return "Delete";
        case K::Tab:
            return "Tab";
        case K::Backspace:
            return "Backspace";
        case K::LBracket:
            return "[";
        case K::RBracket:
            return "]";
        case K::Equal:
        case K::Add:
            return "=";
        case K::Hyphen:
        case K::Subtract:
            return "-";
        default:
            return {};
    }
}

void key(const sf::Event::KeyEvent& event, bool down) {
    ImGuiIO& io = ImGui::GetIO();
    if (const int index = key_of(name_of_key(event.code)); index >= 0) io.KeysDown[index] = down;
    io.KeyCtrl = event.control;
    io.KeyShift = event.shift;
    io.KeyAlt = event.alt;
}

const char* clipboard(void*) {
    static std::string text;  // Dear ImGui keeps the pointer until it asks again
    const auto utf8 = sf::Clipboard::getString().toUtf8();
    text.assign(utf8.begin(), utf8.end());
    return text.c_str();
}

void set_clipboard(void*, const char* text) {
    const std::string words(text);
    sf::Clipboard::setString(sf::String::fromUtf8(words.begin(), words.end()));
}

}  // namespace

void map_keys() {
    ImGuiIO& io = ImGui::GetIO();
    constexpr std::pair<ImGuiKey_, const char*> keys[]{{ImGuiKey_Tab, "Tab"},
                                                       {ImGuiKey_LeftArrow, "Left"},
                                                       {ImGuiKey_RightArrow, "Right"},
                                                       {ImGuiKey_UpArrow, "Up"},
                                                       {ImGuiKey_DownArrow, "Down"},
                                                       {ImGuiKey_Home, "Home"},
                                                       {ImGuiKey_End, "End"},
                                                       {ImGuiKey_Delete, "Delete"},
                                                       {ImGuiKey_Backspace, "Backspace"},
                                                       {ImGuiKey_Space, "Space"},
                                                       {ImGuiKey_Enter, "Enter"},
                                                       {ImGuiKey_Escape, "Escape"},
                                                       {ImGuiKey_A, "A"},
                                                       {ImGuiKey_C, "C"},
                                                       {ImGuiKey_V, "V"},
                                                       {ImGuiKey_X, "X"},
                                                       {ImGuiKey_Y, "Y"},
                                                       {ImGuiKey_Z, "Z"}};
    for (const auto& [imgui, name] : keys) io.KeyMap[imgui] = key_of(name);
    io.GetClipboardTextFn = clipboard;
    io.SetClipboardTextFn = set_clipboard;
}

void pass_on(const sf::Event& event) {
    ImGuiIO& io = ImGui::GetIO();
    switch (event.type) {
        case sf::Event::MouseMoved:
            io.MousePos = {static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y)};
            break;
        case sf::Event::MouseButtonPressed:
        case sf::Event::MouseButtonReleased:
            if (event.mouseButton.button < 3)
                io.MouseDown[event.mouseButton.button] = event.type == sf::Event::MouseButtonPressed;
            break;
        case sf::Event::MouseWheelScrolled:
            io.MouseWheel += event.mouseWheelScroll.delta;
            break;
        case sf::Event::MouseLeft:
            io.MousePos = {-1e9F, -1e9F};
            break;
        case sf::Event::KeyPressed:
        case sf::Event::KeyReleased:
            key(event.key, event.type == sf::Event::KeyPressed);
            break;
        case sf::Event::TextEntered:
            if (event.text.unicode >= 32 && event.text.unicode != 127) io.AddInputCharacter(event.text.unicode);
            break;
        case sf::Event::LostFocus:
            for (bool& down : io.KeysDown) down = false;
            io.KeyCtrl = io.KeyShift = io.KeyAlt = false;
            break;
        default:
            break;
    }
}

}  // namespace muster::viewer
