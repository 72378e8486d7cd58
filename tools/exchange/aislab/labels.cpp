// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/aislab/labels.h"

#include <array>
#include <string_view>

namespace muster::aislab {

namespace {

struct Row {
    std::string_view label;
    LabelMeaning meaning;
};

constexpr std::array<Row, 23> rows{{
    {"CLASSROOM", {SpaceUse::classroom, "教室", "classroom"}},
    {"SMALL", {SpaceUse::office, "小型多用室", "small multipurpose room"}},
    {"MEDIUM", {SpaceUse::office, "中型多用室", "medium multipurpose room"}},
    {"LAB", {SpaceUse::laboratory, "专用教室", "laboratory or workshop"}},
    {"LOBBY", {SpaceUse::lobby, "门厅", "lobby"}},
    {"HALL", {SpaceUse::lobby, "中庭", "hall"}},
    {"CORRIDOR", {SpaceUse::corridor, "走廊", "corridor"}},
    {"CLOSET", {SpaceUse::storage, "储藏间", "closet"}},
    {"MEDIUM SERVICE", {SpaceUse::other, "中型服务用房", "medium service room"}},
    {"BIG SERVICE", {SpaceUse::other, "大型服务用房", "big service room"}},
    {"ENTRANCE", {SpaceUse::lobby, "入口", "entrance"}},
    {"ELEVATOR", {SpaceUse::other, "电梯", "lift"}},
    {"STAIRS", {SpaceUse::other, "楼梯间", "stairwell"}},
    {"BATHROOM", {SpaceUse::toilet, "厕位", "toilet"}},
    {"WASHROOM", {SpaceUse::toilet, "卫生间", "washroom"}},
    {"GYM", {SpaceUse::hall, "体育馆", "gym"}},
    {"CONFERENCE", {SpaceUse::hall, "会议厅", "conference room"}},
    {"CANTEEN", {SpaceUse::canteen, "食堂", "canteen"}},
    {"KITCHEN", {SpaceUse::kitchen, "厨房", "kitchen"}},
    {"LIBRARY", {SpaceUse::library, "图书室", "library"}},
    {"SMALL ADMINISTRATIVE", {SpaceUse::office, "小办公室", "small office"}},
    {"MEDIUM ADMINISTRATIVE", {SpaceUse::office, "办公室", "office"}},
    {"BIG ADMINISTRATIVE", {SpaceUse::office, "大办公室", "big office"}},
}};

}  // namespace

LabelMeaning meaning_of(const std::string& label) {
    for (const Row& row : rows)
        if (row.label == label) return row.meaning;
    return {SpaceUse::other, "未标注房间", "unlabelled room"};
}

}  // namespace muster::aislab
