#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes a .docx of a document as render/document/json_writer.h describes it.

Usage: make_docx.py OUT.docx < document.json
Exit codes: 0 written, 3 could not write, 4 the package python-docx is missing.
The same document gives the same bytes: dates inside are fixed.
"""
import base64
import datetime
import io
import itertools
import json
import re
import sys
import zipfile

if sys.argv[1:] in (["-h"], ["--help"]):
    sys.exit(print(__doc__))
try:
    import docx
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.enum.table import WD_TABLE_ALIGNMENT, WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor
except ImportError:
    sys.exit(4)

FIXED_DATE = datetime.datetime(2000, 1, 1)
# Fonts of official papers; {latin, East Asian}. WPS and Word have them, LibreOffice takes what it has instead.
FONTS = {
    "zh-CN": {"body": ("Times New Roman", "仿宋"), "head": ("Arial", "黑体"), "table": ("Times New Roman", "宋体")},
    "en": {"body": ("Arial", "宋体"), "head": ("Arial", "黑体"), "table": ("Arial", "宋体")},
}
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def clean(text):
    return NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def set_fonts(properties, pair):
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), pair[0])
    fonts.set(qn("w:eastAsia"), pair[1])


def child(parent, tag, **attributes):
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn("w:" + name), str(value))
    parent.append(element)
    return element


class Paper:
    def __init__(self, description):
        self.description = description
        self.fonts = FONTS.get(description["lang"], FONTS["en"])
        self.chinese = description["lang"] == "zh-CN"
        self.paper = docx.Document()
        self.room_mm = 0.0
        self.set_up_styles()
        self.set_up_properties()

    def set_up_properties(self):
        core = self.paper.core_properties
        core.title, core.author, core.comments = clean(self.description["title"]), "Muster", ""
        core.language = self.description["lang"]
        core.created = core.modified = FIXED_DATE
        core.last_modified_by, core.revision = "Muster", 1

    def set_up_styles(self):
        styles = self.paper.styles
        normal = styles["Normal"]
        normal.font.size = Pt(12 if self.chinese else 11)
        set_fonts(normal.element.get_or_add_rPr(), self.fonts["body"])
        normal.paragraph_format.space_after = Pt(4)
        normal.paragraph_format.line_spacing = 1.3 if self.chinese else 1.15
        for name, size in (("Title", 18), ("Heading 1", 14), ("Heading 2", 12), ("Heading 3", 11)):
            style = styles[name]
            style.font.size, style.font.bold, style.font.italic = Pt(size), not self.chinese, False
            style.font.color.rgb = RGBColor(0, 0, 0)
            set_fonts(style.element.get_or_add_rPr(), self.fonts["head"])
            style.paragraph_format.space_before = Pt(0 if name == "Title" else 10)
            style.paragraph_format.space_after = Pt(5)
            style.paragraph_format.keep_with_next = True
            for border in style.element.findall(".//" + qn("w:pBdr")):
                border.getparent().remove(border)
        styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        styles["Title"].element.get_or_add_rPr()
        for spacing in styles["Title"].element.findall(".//" + qn("w:spacing")):
            if spacing.getparent().tag == qn("w:rPr"):
                spacing.getparent().remove(spacing)

    # --- sections ------------------------------------------------------------------------------------------------
    def begin_section(self, description, first):
        section = self.paper.sections[0] if first else self.paper.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if description["landscape"] else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(description["width_mm"]), Mm(description["height_mm"])
        margin = Mm(description["margin_mm"])
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
        section.header_distance = section.footer_distance = Mm(min(8.0, 0.6 * description["margin_mm"]))
        self.room_mm = description["room_width_mm"]
        if first:
            self.footer(section)

    def footer(self, section):
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = 1.0
        if self.description["footer"]:
            self.run(paragraph, self.description["footer"] + "    ", 7.5, "table")
        for part in re.split(r"(\{pages?\})", self.description["page"]):
            if part in ("{page}", "{pages}"):
                self.field(paragraph, "PAGE" if part == "{page}" else "NUMPAGES")
            elif part:
                self.run(paragraph, part, 7.5, "table")

    def field(self, paragraph, name):
        for kind in ("begin", None, "separate", "text", "end"):
            run = self.run(paragraph, "1" if kind == "text" else "", 7.5, "table")
            if kind is None:
                instruction = child(run._r, "w:instrText")
                instruction.set(qn("xml:space"), "preserve")
                instruction.text = f" {name} "
            elif kind != "text":
                child(run._r, "w:fldChar", fldCharType=kind)

    # --- words ---------------------------------------------------------------------------------------------------
    def run(self, paragraph, text, size=None, font=None, bold=False):
        run = paragraph.add_run(clean(text))
        if size:
            run.font.size = Pt(size)
        if bold:
            run.font.bold = True
        if font:
            set_fonts(run._r.get_or_add_rPr(), self.fonts[font])
        return run

    def set_title(self):
        self.paper.add_paragraph(clean(self.description["title"]), style="Title")
        if self.description["subtitle"]:
            paragraph = self.paper.add_paragraph(clean(self.description["subtitle"]))
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def heading(self, block):
        self.paper.add_paragraph(clean(block["text"]), style=f"Heading {min(block['level'], 3)}" if block["level"] > 0 else "Title")

    def paragraph(self, block):
        paragraph = self.paper.add_paragraph()
        if block["note"]:
            self.note(block["text"], paragraph)
            return
        self.run(paragraph, block["text"])
        paragraph.paragraph_format.keep_with_next = block["text"].endswith((":", "："))
        if self.chinese:
            paragraph.paragraph_format.first_line_indent = Pt(24)

    def note(self, text, paragraph=None):
        paragraph = paragraph or self.paper.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.line_spacing = 1.1
        self.run(paragraph, text, 8.5, "table")
        return paragraph

    def list(self, block):
        for number, item in enumerate(block["items"], 1):
            paragraph = self.paper.add_paragraph()
            paragraph.paragraph_format.left_indent = Pt(24)
            paragraph.paragraph_format.first_line_indent = Pt(-18)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(24))
            self.run(paragraph, (f"{number}." if block["numbered"] else "•") + "\t" + item)

    def caption(self, text, after=False):
        paragraph = self.paper.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = not after
        paragraph.paragraph_format.space_before = Pt(2 if after else 6)
        paragraph.paragraph_format.space_after = Pt(6 if after else 3)
        self.run(paragraph, text, 9 if after else 11, "table" if after else "head", bold=not after and not self.chinese)

    # --- tables --------------------------------------------------------------------------------------------------
    def new_table(self, widths_mm, padding_mm=1.0):
        table = self.paper.add_table(rows=0, cols=len(widths_mm))
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths_mm):
            column.width = Mm(width)
        margins = child(table._tbl.tblPr, "w:tblCellMar")
        for side in ("top", "left", "bottom", "right"):
            width_mm = padding_mm if side in ("left", "right") else 0.5
            child(margins, "w:" + side, w=round(1440 / 25.4 * width_mm), type="dxa")
        return table

    def write(self, cell, text, size, bold=False, align=None, font="table"):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        for number, line in enumerate(text.split("\n")):
            if number:
                paragraph = cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.line_spacing = 1.0
            if align:
                paragraph.alignment = align
            self.run(paragraph, line, size, font, bold)

    @staticmethod
    def shade(cell, pattern, colour, fill):
        child(cell._tc.get_or_add_tcPr(), "w:shd", val=pattern, color=colour, fill=fill)

    def row(self, table, height_mm, repeat=False):
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        child(properties, "w:cantSplit")
        if height_mm:
            row.height, row.height_rule = Mm(height_mm), WD_ROW_HEIGHT_RULE.AT_LEAST
        if repeat:
            child(properties, "w:tblHeader")
        return row

    def table(self, block, signed=False):
        """A large one takes its last rows along to the page of its notes, and of the signatures if they follow."""
        if block["title"]:
            self.caption(block["title"])
        widths = [column["width_mm"] for column in block["columns"]]
        table, size = self.new_table(widths, block["padding_mm"]), block["font_pt"]
        if block["header"]:
            row = self.row(table, 0, repeat=True)
            for cell, column, width in zip(row.cells, block["columns"], widths):
                cell.width = Mm(width)
                self.write(cell, column["heading"], size, not self.chinese, WD_ALIGN_PARAGRAPH.CENTER, "head")
                self.shade(cell, "clear", "auto", "F0F0F0")
        for description in block["rows"]:
            self.body_row(table, description, widths, block)
        letters = sum(len(cell["text"]) for row in block["rows"] for cell in row)
        small = len(block["rows"]) <= 8 and letters < 1200  # stays in one piece, with what leads to it
        for row in table.rows[:-1] if small else table.rows[-3:]:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    paragraph.paragraph_format.keep_with_next = True
        below = [self.gap()] + [self.note(note) for note in block["notes"]]
        for paragraph in below if signed else below[:-1]:
            paragraph.paragraph_format.keep_with_next = True

    def body_row(self, table, description, widths, block):
        row, at = self.row(table, block["row_height_mm"]), 0
        cells = row.cells
        for text in description:
            span = text.get("span", 1)
            cell = cells[at].merge(cells[at + span - 1]) if span > 1 else cells[at]
            cell.width = Mm(sum(widths[at:at + span]))
            label = text.get("label", False)
            align = (WD_ALIGN_PARAGRAPH.CENTER if label
                     else WD_ALIGN_PARAGRAPH.RIGHT if text.get("right") else None)
            self.write(cell, text["text"], block["font_pt"], label and not self.chinese, align,
                       "head" if label else "table")
            if label:
                self.shade(cell, "clear", "auto", "F0F0F0")
            elif text.get("to_fill"):
                self.shade(cell, "thinDiagStripe", "D9D9D9", "FFFFFF")
            at += span

    def gap(self):
        paragraph = self.paper.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(5)
        return paragraph

    def signatures(self, block):
        self.gap().paragraph_format.keep_with_next = True
        width = self.room_mm / max(len(block["boxes"]), 1)
        table = self.new_table([width] * len(block["boxes"]))
        row = self.row(table, 0)
        for cell, text in zip(row.cells, block["boxes"]):
            cell.width = Mm(width)
            self.write(cell, text, 10.5)
        self.gap()

    def picture(self, block):
        paragraph = self.paper.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = bool(block["caption"])
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = 1.0
        shape = paragraph.add_run().add_picture(io.BytesIO(base64.b64decode(block["png"])), width=Mm(block["width_mm"]))
        shape._inline.docPr.set("descr", clean(block["caption"]))
        if block["caption"]:
            self.caption(block["caption"], after=True)

    def page_break(self, _):
        self.paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def make(self):
        for number, section in enumerate(self.description["sections"]):
            self.begin_section(section, number == 0)
            if number == 0:
                self.set_title()
            for block, following in itertools.zip_longest(section["blocks"], section["blocks"][1:]):
                if block["kind"] == "table":
                    self.table(block, following is not None and following["kind"] == "signatures")
                else:
                    getattr(self, block["kind"])(block)
        made = io.BytesIO()
        self.paper.save(made)
        return made


def with_fixed_dates(made):
    """The same archive, its members all of one date."""
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            entry = zipfile.ZipInfo(member.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            target.writestr(entry, source.read(member))
    return out.getvalue()


def main():
    description = json.load(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8"))
    made = with_fixed_dates(Paper(description).make())
    try:
        with open(sys.argv[1], "wb") as file:
            file.write(made)
    except OSError as error:
        print(error.strerror, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
