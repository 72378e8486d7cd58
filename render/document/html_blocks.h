// SPDX-License-Identifier: Apache-2.0
// Blocks of one section as HTML; inside render/document only.
#pragma once

#include "render/document/document.h"
#include "render/document/html.h"
#include "render/document/layout.h"

namespace muster::document {

class HtmlBlocks {
public:
    HtmlBlocks(const Document& document, const Section& section, Html& html)
        : document_(document), section_(section), room_(room_of(section)), html_(html) {}

    void write(const std::vector<DocumentBlock>& blocks);

private:
    void set(const Heading& heading);
    void set(const Paragraph& paragraph);
    void set(const List& list);
    void set(const Table& table);
    void set(const Picture& picture);
    void set(const Signatures& signatures);
    void set(const Facts& facts);
    void set(const Callout& callout);
    void set(const KeyFigures& figures);
    void set(const Ranking& ranking);
    void set(const Masthead& head);
    void set(const Blanks& blanks);
    void set(const PageBreak& end);
    void set(const SideBySide& row);

    void ball(std::size_t index);  // a number, white in a black disc

    const Document& document_;
    const Section& section_;
    PageSize room_;
    Html& html_;
};

/// A table of a form has the columns that layout.h measures; in other documents the browser measures them.
void write_table(const Table& table, const Section& section, const Document& document, Html& html);

/// "8.5mm".
[[nodiscard]] std::string mm(double length);

}  // namespace muster::document
