// SPDX-License-Identifier: Apache-2.0
// A paper with one of everything, for the tests of the writers.
#pragma once

#include "render/document/document.h"

namespace muster::document {

inline Document sample_document() {
    Document document;
    document.form = "F2";
    document.title = "疏散路线 <表>";
    document.subtitle = "某小学 & 分校";
    document.footer = "仅供参考";
    Table table;
    table.key = "F2";
    table.title = "班级路线";
    table.columns = {{"class", "班级", 8.0, FilledBy::plan, false},
                     {"persons", "人数（人）", 6.0, FilledBy::plan, true},
                     {"out", "出楼（s）", 6.0, FilledBy::simulator, true},
                     {"guide", "引导教师", 8.0, FilledBy::human, false}};
    table.rows = {{"一(1)班", Cell::of(45.0), Cell::of(96.26, 1), Cell()},
                  {"=1+1", Cell::of(48.0), Cell::of(std::nullopt), "张"},
                  {Cell::wide("合计", 3), Cell::blank()}};
    table.notes = {"时间从信号起计"};
    Section first, second;
    first.blocks = {Heading{"一、目的", 1}, Paragraph{"安全第一 <b>"}, List{{"不推", "不挤"}, true}, table,
                    Signatures{{"编制", "批准"}}};
    second.landscape = true;
    Table again = table;
    again.title.clear();
    again.header = false;
    second.blocks = {Paragraph{"附注", Voice::note}, PageBreak{}, again};
    document.sections = {first, second};
    return document;
}

/// What only a page lays out.
inline Document sample_page(DocumentKind kind) {
    Document document;
    document.kind = kind;
    document.title = "演练报告";
    document.footer = "仅供参考";
    Table table;
    table.key = "runs";
    table.columns = {{.key = "seed", .heading = "种子", .numbers = true},
                     {.key = "advice", .heading = "建议", .by = FilledBy::later},
                     {.key = "print", .heading = "指纹", .look = ColumnLook::code, .min_mm = 20.0}};
    Cell bad("✗ <失败>");
    bad.tone = Tone::bad;
    table.rows = {{Cell::of(1.0), "", "0a1b"}, {Cell::of(2.0), "", bad}};
    Section section, wide;
    section.blocks = {
        Masthead{"六年级1班", {"路线卡", "某小学"}},
        Facts{{{"情景", "演练 & 火灾"}, {"人数", "45"}}, 2},
        Callout{Tone::bad, "✗ 未达标", {"出楼 130 s"}},
        KeyFigures{{{"出楼", "130", "s", {"2 分 10 秒", "P95 140 s"}, true}, {"清点", "–", "", {}, false}}},
        Heading{"最堵的地方", 1, "1"},
        Ranking{{{"西楼梯口", "挤了 30 s", "1200", {"人·s", "1100–1300"}}}},
        List{{"出门", "下楼"}, true}};
    wide.landscape = true;
    wide.blocks = {
        SideBySide{{{2.0, {Paragraph{"左", Voice::lead}, table}}, {1.0, {Paragraph{"run --seed 1", Voice::code}}}}},
        Blanks{{"电话", "值班"}, "每学期更新"}};
    document.sections = {section, wide};
    return document;
}

}  // namespace muster::document
