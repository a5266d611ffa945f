"""How the HTML report looks, on a screen and on paper."""

STYLE = """\
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 16px/1.5 Georgia, "Times New Roman",
  serif; }
main { max-width: 68rem; margin: 2rem auto; padding: 0 1.25rem; }
h1, h2, th, caption, .notes { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; break-after: avoid; }
p { max-width: 46rem; margin: .6rem 0; overflow-wrap: anywhere; }
mark { background: #fff3c4; color: inherit; padding: 0 .15em; }
figure { margin: 1.5rem 0 2rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35;
  border-top: 2px solid #1a1a1a; border-bottom: 2px solid #1a1a1a; }
caption { text-align: left; padding: 0 0 .5rem; font-size: .9rem; }
th { text-align: left; vertical-align: bottom; font-size: .8rem; border-bottom: 1px solid #1a1a1a; }
th, td { padding: .3rem .9rem .3rem 0; }
td { vertical-align: top; border-bottom: 1px solid #e4e4e4; unicode-bidi: isolate; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.number { text-align: right; font-variant-numeric: tabular-nums lining-nums; }
td.number, td.narrow { white-space: nowrap; }
.drawn { width: 9rem; padding-right: 0; }
svg { display: block; width: 8.75rem; height: 1rem; }
.notes { font-size: .8rem; color: #444; margin: .5rem 0 0; padding: 0; list-style: none; }
.entries { max-width: 46rem; padding-left: 1.1rem; }
@page { margin: 1.6cm; }
@media print {
  html { font-size: 8.5pt; }
  body { font-size: 10pt; }
  main { max-width: none; margin: 0; padding: 0; }
  p, .entries { max-width: none; }
  figure { overflow: visible; }
  mark { background: none; border-bottom: 1px dotted #1a1a1a; }
}
"""
