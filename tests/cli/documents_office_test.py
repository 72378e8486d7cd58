# SPDX-License-Identifier: Apache-2.0
"""The forms as an office opens them: .docx and .xlsx through LibreOffice to PDF, .xlsx read back with openpyxl."""
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

from muster_cli import GOOD, HAS_DOCX, PATIENCE_S, SOURCE, CliTest, run

OFFICE = shutil.which("soffice")
TO_TEXT = shutil.which("pdftotext")
if not any(pathlib.Path(p, "openpyxl").exists() for p in sys.path):
    sys.path.append("/usr/lib/python3/dist-packages")  # where a distribution keeps it, for another interpreter too
try:
    import openpyxl
except ImportError:
    openpyxl = None


class OfficeTest(CliTest):
    def made(self, lang, *forms, formats):
        scenario = SOURCE / "scenarios" / "library" / "two_rooms_drill.scenario.json"
        self.assertIn(run("run", scenario, "--out", self.here / "out", "-q").returncode, (0, 1))
        done = run("documents", self.here / "out", "--formats", formats, "--lang", lang, "--out", self.here / "papers",
                   *(["--forms", ",".join(forms)] if forms else []))
        self.assert_exit(done, GOOD)
        return self.here / "papers"

    def pdfs(self, folder, pattern):
        files = sorted(folder.glob(pattern))
        subprocess.run([OFFICE, f"-env:UserInstallation=file://{self.outer}/profile", "--headless", "--convert-to",
                        "pdf", "--outdir", folder / "pdf", *files], capture_output=True, timeout=PATIENCE_S, check=True)
        return {p.stem: p for p in (folder / "pdf").glob("*.pdf")}

    def words(self, pdf):
        text = subprocess.run([TO_TEXT, "-layout", pdf, "-"], capture_output=True, encoding="utf-8", check=True).stdout
        return text.count("\f"), re.sub(r"\s+", "", text)

    @unittest.skipUnless(OFFICE and TO_TEXT and HAS_DOCX, "needs soffice, pdftotext and python-docx")
    def test_every_docx_opens_in_both_languages(self):
        wanted = {
            "zh-CN": {"F1_": ("一、演练目的", "六、疏散路线与顺序", "十二、记录、评估与总结", "未核对原文", "附表一", "附图1",
                              "批准（校长）", "不作为消防设计审查"),
                      "F2_": ("安全出口", "引导教师", "合计"),
                      "F3_": ("部位", "职责要点", "到位时限"), "F4_": ("T+", "发出疏散信号，开始计时", "执行人"),
                      "F5_": ("实测用时", "改进措施", "记录人"), "F6_": ("适宜性", "□", "评估人"),
                      "F7_": ("应到", "班主任签字"), "F11_": ("管控措施", "责任岗位", "疏散影响"),
                      "F12_": ("四色", "总平面与集合点", "平面图未记录本层的：消火栓、灭火器", "备用疏散路线"), "F13_": ("可能后果", "119"), "F16_": ("瓶颈分析表", "涉及班级", "拥堵时长")},
            "en": {"F1_": ("1Purpose", "6Routesandorder", "notcheckedagainsttheofficialtext", "Annex1"),
                   "F2_": ("Total",), "F7_": ("Expected",), "F13_": ("Ambulance120",)},
        }
        pages = {"F1_": (5, 16), "F2_": (1, 2), "F5_": (1, 2), "F6_": (1, 2), "F7_": (1, 2), "F12_": (2, 2), "F16_": (1, 3)}
        for lang, forms in wanted.items():
            with self.subTest(lang):
                folder = self.made(lang, formats="docx")
                pdfs = self.pdfs(folder, "*.docx")
                self.assertEqual(len(pdfs), len(list(folder.glob("*.docx"))))
                for form, phrases in forms.items():
                    name = next(stem for stem in pdfs if stem.startswith(form))
                    count, text = self.words(pdfs[name])
                    least, most = pages.get(form, (1, 20))
                    self.assertTrue(least <= count <= most, f"{name}: {count} pages")
                    for phrase in phrases:
                        self.assertIn(phrase, text, name)
                shutil.rmtree(self.here / "papers")
                shutil.rmtree(self.here / "out")

    @unittest.skipUnless(OFFICE and TO_TEXT, "needs soffice and pdftotext")
    def test_a_workbook_prints_one_page_wide(self):
        folder = self.made("zh-CN", "F2", "F16", formats="xlsx")
        for name, pdf in self.pdfs(folder, "*.xlsx").items():
            count, text = self.words(pdf)
            self.assertLessEqual(count, 2, name)
            self.assertIn("不作为消防设计审查", text)

    @unittest.skipUnless(openpyxl, "needs openpyxl")
    def test_numbers_are_numbers_and_peoples_cells_are_blank(self):
        folder = self.made("zh-CN", "F2", "F7", "F1", formats="xlsx")
        book = openpyxl.load_workbook(next(folder.glob("F7_*.xlsx")))
        sheet = book.worksheets[0]
        self.assertEqual(sheet["A1"].value, "集合清点表")
        headings = [cell.value for cell in sheet[2]]
        at = {heading.split("\n")[0]: index for index, heading in enumerate(headings)}
        row = [cell.value for cell in sheet[3]]
        self.assertIsInstance(row[at["应到（人）"]], (int, float))
        self.assertIsInstance(row[at["预计到位（s）"]], (int, float))
        for heading in headings:
            if "（手填）" in heading:
                self.assertIsNone(row[at[heading.split("\n")[0]]], heading)
        self.assertEqual(sheet.freeze_panes, "A3")
        self.assertEqual(sheet.print_title_rows, "$1:$2")
        self.assertEqual((sheet.page_setup.paperSize, sheet.page_setup.fitToHeight), (9, 0))
        routes = openpyxl.load_workbook(next(folder.glob("F2_*.xlsx"))).worksheets[0]
        self.assertEqual(routes.page_setup.orientation, "landscape")
        self.assertGreaterEqual(len(openpyxl.load_workbook(next(folder.glob("F1_*.xlsx"))).worksheets), 6)


if __name__ == "__main__":
    unittest.main()
