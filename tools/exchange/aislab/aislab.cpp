// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/aislab/aislab.h"

#include <algorithm>
#include <cmath>

#include "floorplans/file_text.h"
#include "floorplans/json_cursor.h"
#include "sim/base/number_text.h"
#include "tools/exchange/aislab/assemble.h"

namespace muster::aislab {

namespace {

constexpr double usual_classroom_m2 = 65.0;
constexpr double scale_clash = 0.05;

struct Stack {
    std::vector<Storey> storeys;
    std::vector<Registration> links;
    bool reversed = false;
};

std::vector<Registration> register_all(const std::vector<Storey>& storeys) {
    std::vector<Registration> links;
    for (std::size_t i = 0; i + 1 < storeys.size(); ++i) links.push_back(lay_over(storeys[i], storeys[i + 1]));
    return links;
}

bool all_accepted(const std::vector<Registration>& links) {
    return std::all_of(links.begin(), links.end(),
                       [](const Registration& r) { return r.verdict == Registration::Verdict::accept; });
}

// In the order given; the other way round when only that fits.
Stack stack_up(std::vector<Storey> storeys) {
    Stack stack{std::move(storeys), {}, false};
    stack.links = register_all(stack.storeys);
    if (all_accepted(stack.links)) return stack;
    std::vector<Storey> turned(stack.storeys.rbegin(), stack.storeys.rend());
    std::vector<Registration> links = register_all(turned);
    if (all_accepted(links)) return {std::move(turned), std::move(links), true};
    return stack;
}

void report_registration(const Stack& stack, Findings& findings) {
    for (std::size_t i = 0; i < stack.links.size(); ++i) {
        const Registration& r = stack.links[i];
        std::vector<std::pair<std::string, std::string>> args{{"below", stack.storeys[i].file},
                                                              {"match", short_number(100.0 * r.wall_match, 0)},
                                                              {"contained", short_number(100.0 * r.contained, 0)},
                                                              {"scale", short_number(r.scale, 3)}};
        const std::string& file = stack.storeys[i + 1].file;
        if (r.verdict != Registration::Verdict::accept) {
            const bool ask = r.verdict == Registration::Verdict::ask;
            findings.push_back(
                {Severity::error, ask ? "import.storeys_unsure" : "import.storeys_do_not_fit", "", file, 0, args});
        } else if (std::abs(r.scale - 1.0) > scale_clash) {
            findings.push_back({Severity::warning, "import.scales_clash", "", file, 0, args});
        }
    }
    if (stack.reversed)
        findings.push_back({Severity::warning, "import.order_reversed", "", stack.storeys.front().file, 0, {}});
}

// The storey whose classrooms are most like classrooms; the lowest when none has enough of them.
std::size_t believed_storey(const std::vector<Storey>& storeys) {
    std::size_t best = 0;
    double least = 1e9;
    for (std::size_t i = 0; i < storeys.size(); ++i) {
        if (storeys[i].median_classroom_m2 <= 0.0) continue;
        const double off = std::abs(std::log(storeys[i].median_classroom_m2 / usual_classroom_m2));
        if (off < least) least = off, best = i;
    }
    return best;
}

// Brings all storeys into the coordinates of the lowest, at the scale of the storey that is believed.
std::size_t bring_together(Stack& stack) {
    const std::size_t believed = believed_storey(stack.storeys);
    std::vector<double> scale{1.0};
    std::vector<Vec2> shift{{}};
    for (const Registration& r : stack.links) {
        shift.push_back(scale.back() * r.shift + shift.back());
        scale.push_back(scale.back() * r.scale);
    }
    const double whole = 1.0 / scale[believed];
    for (std::size_t i = 0; i < stack.storeys.size(); ++i)
        transform(stack.storeys[i], whole * scale[i], whole * shift[i]);
    return believed;
}

std::string base_name(const std::string& path) {
    const auto slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string key_of(const std::string& name) {
    std::string key;
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool capital = c >= 'A' && c <= 'Z';
        key += letter ? c : capital ? static_cast<char>(c - 'A' + 'a') : '_';
    }
    return key.empty() ? "imported" : key;
}

void name_it(Building& building, const Stack& stack) {
    const std::string drawn = base_name(stack.storeys.front().name);
    const std::string name = drawn.empty() ? "AISLab" : drawn;
    building.key = key_of(name);
    building.name = {name, name};
    for (const Storey& s : stack.storeys)
        building.sources.push_back("AISLab school drawing " + base_name(s.file) +
                                   " (github.com/goldleaf3i/generativeCMLgraphs, MIT; traced by its authors)");
}

void assume_healing(Building& building, const Stack& stack, std::size_t believed) {
    const auto add = [&](const std::string& zh, const std::string& en) {
        building.assumptions.push_back(zh + " / " + en);
    };
    for (std::size_t i = 0; i < stack.storeys.size(); ++i) {
        const Storey& s = stack.storeys[i];
        const std::string n = std::to_string(i + 1), cuts = std::to_string(s.cut_overlaps),
                          rings = std::to_string(s.mended_rings), sides = std::to_string(s.one_sided_doors);
        add(n + "层：比例尺取自图中（一樘门长 0.9 米）；修复轮廓 " + rings + " 处，切除重叠 " + cuts +
                " 处，单侧标注的门 " + sides + " 樘",
            "storey " + n + ": scale as the drawing states it (a door of 0.9 m); " + rings + " outlines mended, " +
                cuts + " overlaps cut, " + sides + " doors marked on one side only");
    }
    for (std::size_t i = 0; i < stack.links.size(); ++i) {
        const std::string low = std::to_string(i + 1), high = std::to_string(i + 2),
                          scale = short_number(stack.links[i].scale, 3), trust = std::to_string(believed + 1);
        add(high + "层按楼梯间和墙线对到" + low + "层（不旋转、不镜像），比例修正 " + scale + "，以" + trust +
                "层的比例为准",
            "storey " + high + " laid over storey " + low +
                " by stairwells and wall lines (not turned, not mirrored), scale corrected by " + scale +
                "; the scale of storey " + trust + " is believed");
    }
    if (stack.reversed)
        add("文件顺序按倒序使用（只有这样各层才能对上）", "files used in reverse order (only so do the storeys fit)");
}

}  // namespace

Checked<Building> import_aislab(const std::vector<DrawingText>& drawings) {
    Checked<Building> out;
    if (drawings.empty()) out.findings.push_back({Severity::error, "import.no_files", "", "", 0, {}});
    std::vector<Storey> storeys;
    for (const DrawingText& text : drawings)
        if (const auto drawing = read_drawing(text, out.findings)) storeys.push_back(heal(*drawing, out.findings));
    if (has_errors(out.findings)) return out;
    Stack stack = stack_up(std::move(storeys));
    report_registration(stack, out.findings);
    if (has_errors(out.findings)) return out;
    const std::size_t believed = bring_together(stack);
    const std::vector<Well> wells = find_wells(stack.storeys, stack.links);
    Building building = Assembler(stack.storeys, wells, out.findings).build();
    if (has_errors(out.findings)) return out;
    name_it(building, stack);
    assume_healing(building, stack, believed);
    out.value = std::move(building);
    return out;
}

Checked<Building> import_aislab(const std::vector<std::string>& paths) {
    std::vector<DrawingText> drawings;
    Checked<Building> failed;
    for (const std::string& path : paths) {
        auto text = floorplans::file_text(path);
        if (!text) failed.findings.push_back({Severity::error, "file.unreadable", "", path, 0, {}});
        drawings.push_back({path, std::move(text).value_or("")});
    }
    return has_errors(failed.findings) ? failed : import_aislab(drawings);
}

}  // namespace muster::aislab
