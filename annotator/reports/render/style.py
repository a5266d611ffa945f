"""How the HTML report looks, on a screen and on paper."""

STYLE = """\
:root { color-scheme: light; --paper: #fff; --ink: #1a1a1a; --faint: #4a4a4a; --rule: #e0e0e0;
  --gap: #fff3c4; --ground: #f0f0f0; --bar: #7d9cc0; --same: #8fb0d6; --differ: #f0a868;
  --threshold: #b3541e; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #16181b; --ink: #e8e8e8; --faint: #b8b8b8; --rule: #3a3d42;
    --gap: #4d4216; --ground: #2a2d31; --bar: #5d83b3; --same: #335a8a; --differ: #8a4d16;
    --threshold: #e59a5f; }
}
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 Georgia, "Times New Roman", serif; }
main { max-width: 68rem; margin: 2rem auto; padding: 0 1.25rem; }
h1, h2, h3, th, caption, figcaption, .notes, .name, svg {
  font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 1.75rem 0 .4rem; break-after: avoid; }
p { max-width: 46rem; margin: .6rem 0; overflow-wrap: anywhere; }
mark { background: var(--gap); color: inherit; padding: 0 .15em; }
figure { margin: 1.5rem 0 2rem; overflow-x: auto; }
table { border-collapse: collapse; min-width: 24rem; font-size: .875rem; line-height: 1.35;
  border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
caption, figcaption { text-align: left; padding: 0 0 .5rem; font-size: .9rem; break-after: avoid; }
tbody th { font-family: inherit; font-size: inherit; font-weight: normal; vertical-align: top;
  border-bottom: 1px solid var(--rule); }
th { text-align: left; vertical-align: bottom; font-size: .8rem;
  border-bottom: 1px solid var(--ink); }
th, td { padding: .3rem .9rem .3rem 0; }
td { vertical-align: top; border-bottom: 1px solid var(--rule); }
td, tbody th { unicode-bidi: isolate; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.number { text-align: right; font-variant-numeric: tabular-nums lining-nums; }
td.number, td.narrow { white-space: nowrap; }
.drawn { width: 9rem; padding-right: 0; }
svg { display: block; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
svg.bar { width: 8.75rem; height: 1rem; }
svg text { font-size: 11px; fill: var(--ink); }
.end { text-anchor: end; }
.middle { text-anchor: middle; }
.ground { fill: var(--ground); }
rect.bar { fill: var(--bar); }
.threshold { stroke: var(--threshold); stroke-dasharray: 2 2; }
.interval { stroke: var(--ink); stroke-width: 1.5; }
.zero { stroke: var(--ink); }
.axis { stroke: var(--rule); }
.course { stroke: var(--bar); stroke-width: 2; }
.point { fill: var(--bar); }
.mark { fill: var(--paper); stroke: var(--ink); stroke-width: 1.2; }
.cell { fill: none; stroke: var(--rule); }
.same { fill: var(--same); }
.differ { fill: var(--differ); }
.panels { display: flex; flex-wrap: wrap; gap: 1.25rem 2rem; }
.panel { break-inside: avoid; max-width: 100%; overflow-x: auto; }
.name { font-size: .8rem; font-weight: 600; margin: 0 0 .3rem; max-width: 22rem; }
.notes { font-size: .8rem; color: var(--faint); margin: .5rem 0 0; padding: 0; list-style: none; }
.entries { max-width: 46rem; padding-left: 1.1rem; }
@page { margin: 1.6cm; }
@media print {
  html { font-size: 8.5pt; }
  body { font-size: 10pt; }
  main { max-width: none; margin: 0; padding: 0; }
  p, .entries { max-width: none; }
  figure { overflow: visible; }
  .panel { overflow: visible; }
  mark { background: none; border-bottom: 1px dotted var(--ink); }
}
"""
