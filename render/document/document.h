// SPDX-License-Identifier: Apache-2.0
// Everything a person reads on paper or on a page, as plain values: sections of a page size, blocks in order. One
// model, four writers: HTML (html_writer.h), .xlsx (xlsx_writer.h), CSV (csv_writer.h), and JSON (json_writer.h) from
// which tools/office/documents makes a .docx. Nothing else prints.
//
// All words are already in the language of the document. Texts are UTF-8 and plain: writers escape them, and no text
// ever becomes a formula of a spreadsheet. What only a person may fill stays empty and is marked by hatching, so that
// it shows on a black-and-white print.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "render/text/language.h"

namespace muster::document {

/// `later`: by a check or a comparison that is still to come; stays empty and is not marked as a person's.
enum class FilledBy : std::uint8_t { simulator, plan, human, later };

/// What a word or a frame says besides its words. Whoever sets one says it in words or by a sign too.
enum class Tone : std::uint8_t { plain, good, mixed, bad };

/// How a page sets the words of a column: prose that wraps, one line, a key or path (letters of one width), a remark.
enum class ColumnLook : std::uint8_t { prose, line, code, remark };

/// One cell of a table: words, or a number (which a spreadsheet can reckon with), or empty.
struct Cell {
    std::string text;              // what is read; of a number: after it, where a number needs a word ("≥", "*")
    std::optional<double> number;  // finite; in the unit of the column's heading
    int decimals = 0;              // of `number`, 0 to 6
    int span = 1;                  // columns it covers; those covered have no cell of their own
    bool label = false;            // names its neighbours (bold, shaded): the left column of a form to fill
    bool to_fill = false;          // by a person, whatever the column says; stays empty
    Tone tone = Tone::plain;

    Cell() = default;
    Cell(std::string words) : text(std::move(words)) {}
    Cell(const char* words) : text(words) {}
    /// Not finite, or nothing: an empty cell.
    [[nodiscard]] static Cell of(std::optional<double> value, int decimals = 0);
    [[nodiscard]] static Cell named(std::string words, int span = 1);  // a label
    [[nodiscard]] static Cell blank(int span = 1);                     // to be filled by a person
    [[nodiscard]] static Cell wide(std::string words, int span);

    [[nodiscard]] bool empty() const { return text.empty() && !number; }
};

struct Column {
    std::string key;      // stable, snake_case; of a table whose rows go back into a program
    std::string heading;  // with the unit: "人数（人）"; "" in a table without header row
    double width = 8.0;   // in Chinese characters (two Latin letters each); only shares matter on paper
    FilledBy by = FilledBy::simulator;
    bool numbers = false;  // right-aligned
    bool hidden = false;   // in a workbook: there for a program that reads it back; nothing to look at
    ColumnLook look = ColumnLook::prose;
    double min_mm = 0.0;  // in a report, where columns are as wide as their words ask
};

using Row = std::vector<Cell>;

struct Table {
    std::string key;    // "F2"; name of the .csv file
    std::string title;  // over the table, unless it is that of the document, and of the worksheet; "" = none
    std::vector<Column> columns;
    std::vector<Row> rows;           // spans of a row sum up to the columns
    std::vector<std::string> notes;  // under the table: units, sources, what was not checked
    double row_height_mm = 0.0;      // at least; room for handwriting. 0 = as high as its text
    bool header = true;              // the headings are printed, again on every page
};

struct Heading {
    std::string text;
    int level = 1;         // 1 to 3, 0 = as large as the title; never the last line of a page
    std::string number{};  // of the section, before it
};

/// note: small, for sources and what was not checked · quiet: what is there only when nothing is · lead: under a title
/// · code: what was typed.
enum class Voice : std::uint8_t { body, note, quiet, lead, code };

struct Paragraph {
    std::string text;
    Voice voice = Voice::body;
};

struct List {
    std::vector<std::string> items;
    bool numbered = false;
};

struct Picture {
    std::string png;         // bytes
    std::string caption;     // under it; also what a reader who sees no picture is told
    double width_mm = 0.0;   // 0 = the width of the page
    double height_mm = 0.0;  // at most; 0 = the height of the page
    std::string label{};     // "图 3", before the caption
    bool grows = false;      // on a full sheet: takes the height that the other blocks leave
};

/// "编制： ____ 日期： ____": one box per role, in one row.
struct Signatures {
    std::vector<std::string> roles;
};

/// Words and what they stand for, `columns` of them beside each other.
struct Facts {
    struct Fact {
        std::string label, value;
    };
    std::vector<Fact> facts;
    int columns = 3;
};

/// The answer of the paper, in a frame: its word, then what it rests on.
struct Callout {
    Tone tone = Tone::plain;
    std::string word;
    std::vector<std::string> lines;
};

/// A few numbers to be seen from afar, beside each other.
struct KeyFigures {
    struct Figure {
        std::string name, value, unit;  // no unit: there is no number
        std::vector<std::string> more;  // lines under it
        bool judged = false;            // the one that is held against a target
    };
    std::vector<Figure> figures;
};

/// Things in order, numbered as on the plans, each with what it cost.
struct Ranking {
    struct Place {
        std::string name, story;
        std::string cost;                     // a number
        std::vector<std::string> about_cost;  // lines under it
    };
    std::vector<Place> places;
};

/// Head of a sheet to hang up: a title to be read from afar, and what it belongs to.
struct Masthead {
    std::string title;
    std::vector<std::string> lines;
};

/// "电话： ________": each on a line to write on.
struct Blanks {
    std::vector<std::string> labels;
    std::string note;
};

struct PageBreak {};

struct DocumentBlock;

/// Columns of blocks beside each other.
struct SideBySide {
    struct Side {
        double share = 1.0;  // of the width
        std::vector<DocumentBlock> blocks;
    };
    std::vector<Side> sides;
};

using AnyBlock = std::variant<Heading, Paragraph, List, Table, Picture, Signatures, Facts, Callout, KeyFigures, Ranking,
                              Masthead, Blanks, PageBreak, SideBySide>;
struct DocumentBlock : AnyBlock {
    using AnyBlock::AnyBlock;
};

enum class Paper : std::uint8_t { a3, a4, a5 };

struct Section {
    Paper paper = Paper::a4;
    bool landscape = false;
    std::vector<DocumentBlock> blocks;
};

/// form: to sign and file, in the fonts of official papers, a sheet a section · report: to read on a screen or print,
/// one long page · poster: to hang up, each section one full sheet.
enum class DocumentKind : std::uint8_t { form, report, poster };

struct Document {
    text::Lang lang = text::Lang::zh_cn;
    DocumentKind kind = DocumentKind::form;
    std::string form;               // "F1"
    std::string title;              // "应急疏散演练方案"
    std::string subtitle;           // school, scenario
    std::string window_title{};     // what a browser calls the page; "" = title and subtitle
    std::string footer;             // fixed disclaimer: on every sheet of a form, at the end of a report
    std::vector<Section> sections;  // each starts on a new page
};

/// All tables in order, those beside each other too.
[[nodiscard]] std::vector<const Table*> tables_of(const Document& document);

/// What of a table a writer could not set: rows whose spans miss the columns, no columns. "" = sound.
[[nodiscard]] std::string fault_of(const Table& table);

/// Cells a person fills: empty and (to_fill, or in a column filled by a human).
[[nodiscard]] bool is_to_fill(const Column& column, const Cell& cell);

/// A number as it is printed: "1080", "3.45"; then its text.
[[nodiscard]] std::string printed(const Cell& cell);

}  // namespace muster::document
