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
    first.blocks = {Heading{"一、目的", 1}, Paragraph{"安全第一 <b>", false}, List{{"不推", "不挤"}, true}, table,
                    Signatures{{"编制", "批准"}}};
    second.landscape = true;
    Table again = table;
    again.title.clear();
    again.header = false;
    second.blocks = {Paragraph{"附注", true}, PageBreak{}, again};
    document.sections = {first, second};
    return document;
}

}  // namespace muster::document
