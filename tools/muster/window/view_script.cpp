// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/window/view_script.h"

#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

namespace muster::commands {

namespace {

using nlohmann::json;

Vec2 point(const json& list, std::size_t from = 0) {
    return {list.at(from).get<double>(), list.at(from + 1).get<double>()};
}

viewer::ScriptStep step_of(const json& j) {
    using Make = std::function<viewer::ScriptStep(const json&)>;
    const std::string pane = j.value("pane", "pane0");
    const std::map<std::string, Make> makers{
        {"press", [](const json& v) { return viewer::script::Press{v.get<std::string>()}; }},
        {"press_plan",
         [&](const json& v) {
             return viewer::script::PressPlan{point(v), pane};
         }},
        {"drag",
         [&](const json& v) {
             return viewer::script::DragPlan{point(v), point(v, 2), pane};
         }},
        {"scroll",
         [&](const json& v) {
             return viewer::script::Scroll{v.get<float>(), j.value("on", "pane0")};
         }},
        {"key", [](const json& v) { return viewer::script::Key{v.get<std::string>()}; }},
        {"type", [](const json& v) { return viewer::script::Type{v.get<std::string>()}; }},
        {"wait_until_s", [](const json& v) { return viewer::script::WaitUntil{v.get<double>()}; }},
        {"wait_frames", [](const json& v) { return viewer::script::WaitFrames{v.get<int>()}; }},
        {"seek_s", [](const json& v) { return viewer::script::SeekTo{v.get<double>()}; }},
        {"open",
         [&](const json& v) {
             return viewer::script::Open{v.get<std::string>(), j.value("beside", false)};
         }},
        {"screenshot", [](const json& v) { return viewer::script::Screenshot{v.get<std::string>()}; }},
        {"unseen", [](const json& v) { return viewer::script::Unseen{v.get<bool>()}; }},
        {"expect", [](const json& v) { return viewer::script::Expect{v.get<std::string>()}; }}};
    for (const auto& [key, value] : j.items())
        if (const auto maker = makers.find(key); maker != makers.end()) return maker->second(value);
    throw std::invalid_argument(j.dump());
}

}  // namespace

ReadScript read_view_script(const std::string& path) {
    ReadScript out;
    std::size_t number = 0;
    try {
        std::ifstream file(path);
        for (const json& step : json::parse(file)) {
            ++number;
            out.script.push_back(step_of(step));
        }
    } catch (const std::exception& error) { out.fault = std::to_string(number) + ": " + error.what(); }
    return out;
}

}  // namespace muster::commands
