// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/panels/plot.h"

#include <algorithm>

#include "render/picture/chart.h"
#include "render/text/names.h"

namespace muster::viewer {

namespace {

struct Axes {
    ImVec2 low, size;
    double end_s, top;
    [[nodiscard]] ImVec2 at(double s, double value) const {
        return {low.x + static_cast<float>(s / end_s) * size.x,
                low.y + size.y - static_cast<float>(value / top) * size.y};
    }
};

void draw_line(ImDrawList& list, const Axes& axes, const Plot& plot, const PlotLine& line) {
    // Not more points than pixels.
    const std::size_t stride =
        std::max<std::size_t>(1, line.values.size() / static_cast<std::size_t>(std::max(axes.size.x, 1.0F)));
    std::vector<ImVec2> points;
    for (std::size_t i = 0; i < line.values.size(); i += stride)
        points.push_back(axes.at(static_cast<double>(i) * plot.step_s, static_cast<double>(line.values[i])));
    if (points.size() < 2) return;
    list.AddPolyline(points.data(), static_cast<int>(points.size()), tint(line.colour), ImDrawFlags_None, 1.8F);
}

}  // namespace

void draw_plot(const Ui& ui, const Plot& plot, std::span<const PlotLine> lines) {
    ImGui::TextDisabled("%s", plot.title.c_str());
    for (const PlotLine& line : lines) {
        if (line.name.empty()) continue;
        ImGui::PushStyleColor(ImGuiCol_Text, tint(line.colour));
        if (ImGui::GetContentRegionMax().x - ImGui::GetItemRectMax().x + ImGui::GetWindowPos().x >
            ImGui::CalcTextSize(line.name.c_str()).x + ui.unit)
            ImGui::SameLine();
        ImGui::TextUnformatted(line.name.c_str());
        ImGui::PopStyleColor();
    }
    double most = 1e-3;
    std::size_t longest = 2;
    for (const PlotLine& line : lines) {
        longest = std::max(longest, line.values.size());
        for (const float v : line.values) most = std::max(most, static_cast<double>(v));
    }
    const double tick = picture::tick_step(most, 4);
    const Axes axes{ImGui::GetCursorScreenPos(),
                    {ImGui::GetContentRegionAvail().x, plot.lines_high * ui.unit},
                    static_cast<double>(longest - 1) * plot.step_s,
                    most * 1.08};
    ImGui::Dummy(axes.size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(axes.low, axes.low + axes.size, tint(picture::ink::paper));
    for (double v = tick; v <= most; v += tick) {
        const ImVec2 left = axes.at(0.0, v);
        list.AddLine(left, axes.at(axes.end_s, v), tint(picture::rgb(0xe3e6ea)));
        list.AddText({left.x + 2.0F, left.y - ImGui::GetFontSize()}, tint(picture::ink::thin),
                     (text::number_text(v, 2) + " " + plot.unit).c_str());
    }
    list.PushClipRect(axes.low, axes.low + axes.size, true);
    for (const PlotLine& line : lines) draw_line(list, axes, plot, line);
    list.AddLine(axes.at(plot.now_s, 0.0), axes.at(plot.now_s, axes.top), tint(picture::ink::target), 1.5F);
    list.PopClipRect();
    list.AddRect(axes.low, axes.low + axes.size, tint(picture::ink::pale));
}

}  // namespace muster::viewer
