// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/report_page.h"

namespace muster::papers {

// A4 paper, 12 mm margins; wide tables on landscape pages. Colours only repeat what words, lines or hatches say.
const char* const report_style = R"css(
:root { --ink: #1b1f24; --quiet: #59636e; --rule: #c9d0d7; --accent: #1f5fa8; --good: #0b7a3b; --bad: #b3261e; }
* { box-sizing: border-box; }
:lang(en) body { font-family: "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", "Liberation Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #eceff2; color: var(--ink);
  font: 10.5pt/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "Segoe UI", Arial, sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 210mm; margin: 8mm auto; padding: 14mm 12mm; background: #fff; box-shadow: 0 1px 6px #0003; }
h1 { font-size: 21pt; line-height: 1.25; margin: 0 0 1mm; letter-spacing: .02em; }
h2 { font-size: 13.5pt; line-height: 1.3; margin: 9mm 0 3mm; padding-bottom: 1.2mm; border-bottom: 1.5pt solid var(--ink); break-after: avoid; }
h2 .no { display: inline-block; min-width: 1.9em; color: var(--accent); }
h3 { font-size: 11pt; margin: 5mm 0 1.5mm; break-after: avoid; }
p { margin: 0 0 2.5mm; }
h2 + p { break-after: avoid; }
ul { margin: 0 0 3mm; padding-left: 1.4em; }
li { margin-bottom: .8mm; }
.quiet, .note { color: var(--quiet); }
.note { font-size: 8.8pt; line-height: 1.5; }
.lead { font-size: 12.5pt; color: var(--quiet); margin-bottom: 4mm; }
.facts { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 6mm; border-top: 2pt solid var(--ink); border-bottom: .6pt solid var(--rule); padding: 2mm 0; margin-bottom: 5mm; }
.facts div { padding: .7mm 0; font-size: 9.3pt; line-height: 1.45; }
.facts span { color: var(--quiet); margin-right: .7em; }
.verdict { border: 1.5pt solid var(--ink); padding: 4mm 5mm 3.5mm; margin-bottom: 4mm; break-inside: avoid; }
.verdict.met { border-color: var(--good); border-left-width: 5pt; }
.verdict.missed { border-color: var(--bad); border-left-width: 5pt; border-left-style: double; }
.verdict.partly { border-left-width: 5pt; border-left-style: dashed; }
.verdict .word { font-size: 15pt; font-weight: 700; line-height: 1.35; margin: 0 0 1.5mm; }
.verdict.met .word { color: var(--good); }
.verdict.missed .word { color: var(--bad); }
.verdict p:last-child { margin-bottom: 0; }
.clocks { display: grid; grid-template-columns: repeat(4, 1fr); gap: 3mm; margin: 4mm 0; break-inside: avoid; }
.clock { border: .8pt solid var(--rule); border-top: 2.4pt solid var(--ink); padding: 2mm 3mm 2.2mm; }
.clock.judged { border-color: var(--ink); }
.clock .name { font-size: 9pt; line-height: 1.35; min-height: 2.7em; color: var(--quiet); }
.clock .value { font-size: 21pt; font-weight: 700; line-height: 1.2; }
.clock .value small { font-size: 10.5pt; font-weight: 400; margin-left: .25em; }
.clock .more { font-size: 8.6pt; line-height: 1.45; color: var(--quiet); }
ol.places { list-style: none; margin: 0; padding: 0; }
ol.places li { display: grid; grid-template-columns: 8.5mm 1fr 33mm; gap: 2.5mm; padding: 2mm 0; border-bottom: .6pt solid var(--rule); break-inside: avoid; margin: 0; }
.ball { display: inline-flex; align-items: center; justify-content: center; width: 6.6mm; height: 6.6mm; border-radius: 50%; background: var(--ink); color: #fff; font-weight: 700; font-size: 10pt; line-height: 1; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
ol.places .what { font-weight: 700; }
ol.places .how { font-size: 9.4pt; line-height: 1.5; }
ol.places .cost { text-align: right; font-size: 8.6pt; line-height: 1.35; color: var(--quiet); }
ol.places .cost b { display: block; font-size: 14pt; color: var(--ink); line-height: 1.25; }
figure { margin: 0 0 5mm; break-inside: avoid; }
figure img { display: block; width: 100%; height: auto; border: .6pt solid var(--rule); }
figcaption { font-size: 9pt; line-height: 1.45; margin-top: 1.2mm; color: var(--quiet); }
figcaption b { color: var(--ink); margin-right: .6em; }
table { border-collapse: collapse; width: 100%; margin: 0 0 3mm; font-size: 8.8pt; line-height: 1.4; border-top: 1.4pt solid var(--ink); border-bottom: 1.4pt solid var(--ink); }
thead { display: table-header-group; }
th { text-align: left; vertical-align: bottom; font-weight: 700; padding: 1.2mm 1.6mm; border-bottom: .9pt solid var(--ink); }
td { vertical-align: top; padding: 1mm 1.6mm; border-bottom: .5pt solid var(--rule); }
tr { break-inside: avoid; }
th.num, td.num { text-align: right; white-space: nowrap; }
th.num { white-space: normal; }
td.key { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 7.8pt; overflow-wrap: anywhere; }
td.quiet { color: var(--quiet); }
th.nowrap, td.nowrap { white-space: nowrap; }
th.roomy { min-width: 44mm; }
th.words { min-width: 21mm; }
table.pairs td:first-child { width: 30mm; }
table.pairs th.num:first-child { width: 22mm; }
th.blank, td.blank { border-left: .5pt dashed var(--rule); min-width: 11mm; }
tr.judged td { font-weight: 700; }
.wide { overflow-x: auto; break-before: page; }
.wide table { font-size: 7.6pt; line-height: 1.35; }
.wide th, .wide td { padding: .9mm 1.1mm; }
.small table, table.small { font-size: 7.9pt; }
.disclaimer { border: 1.2pt solid var(--ink); padding: 3mm 4mm; margin-top: 8mm; font-weight: 700; text-align: center; break-inside: avoid; }
@media (max-width: 700px) { main { padding: 6mm 4mm; } .facts, .clocks { grid-template-columns: repeat(2, 1fr); } table { display: block; overflow-x: auto; } }
@page { size: A4; margin: 13mm 12mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #59636e; } }
@page wide { size: A4 landscape; margin: 12mm 11mm 14mm; }
@media print {
  body { background: #fff; font-size: 10pt; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  .wide { page: wide; overflow: visible; }
  .wide h2 { margin-top: 0; }
  a { color: inherit; text-decoration: none; }
}
)css";

}  // namespace muster::papers
