/**
 * The page's own style: on paper A4 with the margins of NĐ 30/2020/NĐ-CP, Annex I, part I, I.3 (top and bottom 20 mm,
 * left 30 mm, right 15 mm), the page's number above in the middle and the snapshot below; on a screen in the reader's
 * own light or dark, from 360 px on.
 * @param foot in the foot of each printed page
 */
export function pageStyle(foot: string): string {
  return style.replace('FOOT', `"${foot.replace(/[^\p{L}\p{N} .,:;()/-]/gu, ' ')}"`);
}

const style = `
:root { color-scheme: light dark; --ink: #16181d; --soft: #555b66; --paper: #fff; --line: #b9bec8; --band: #f1f3f7; --bar: #0b5cad; --bar2: #c2571a; --track: #e6e9ef; --link: #0b5cad; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e8eaee; --soft: #a9b0bd; --paper: #14161a; --line: #444a55; --band: #1e2127; --bar: #6cb2ff; --bar2: #f0a26b; --track: #2a2e36; --link: #8cc2ff; } }
* { box-sizing: border-box; }
html { background: var(--paper); }
body { margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 62rem; color: var(--ink); background: var(--paper); font: 1rem/1.55 "Times New Roman", Tinos, "Liberation Serif", serif; overflow-wrap: break-word; }
p { margin: 0 0 .75rem; }
a { color: var(--link); }
.letterhead { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: .5rem 1.5rem; text-align: center; }
.letterhead p { margin: 0 0 .2rem; }
.issuer, .country, .motto { font-weight: bold; }
.issuer::after { content: ""; display: block; width: 40%; margin: .25rem auto .4rem; border-top: 1px solid; }
.motto { display: table; margin: 0 auto .5rem !important; border-bottom: 1px solid; }
.number { white-space: pre; }
.place { font-style: italic; }
h1 { margin: 2rem 0 1.5rem; text-align: center; font-size: 1.35rem; line-height: 1.35; }
h1 span { display: block; font-size: 1.1rem; }
h2 { margin: 2rem 0 .75rem; font-size: 1.15rem; break-after: avoid; }
#annex h2, .attached { text-align: center !important; } h2 span { display: block; }
.attached { font-style: italic; white-space: pre-wrap; }
nav ul { padding-left: 1.25rem; }
ul { margin: 0 0 .75rem; padding-left: 1.25rem; }
.table { overflow-x: auto; margin: 1rem 0 .35rem; }
.table:focus-visible { outline: 2px solid var(--link); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption { caption-side: top; padding: .25rem 0 .5rem; text-align: left; font-weight: bold; font-size: 1rem; }
caption span { position: sticky; left: 0; display: inline-block; max-width: calc(100vw - 2rem); }
th, td { border: 1px solid var(--line); padding: .3rem .45rem; vertical-align: top; text-align: left; }
thead th { background: var(--band); vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: normal; min-width: 8rem; }
.end { text-align: right; } .center { text-align: center; } td.center { white-space: nowrap; }
td.none { color: var(--soft); font-style: italic; }
.note, footer { color: var(--soft); font-size: .875rem; }
.chart { margin: 1.25rem 0; }
.chart figcaption { margin-top: .5rem; font-weight: bold; }
.chart dl { margin: 0; }
.bar { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 .75rem; align-items: center; padding: .12rem 0; font-size: .9rem; line-height: 1.25; break-inside: avoid; }
.bar dd { margin: 0; }
.drawn { display: grid; grid-template-columns: minmax(0, 1fr) 7.5em; gap: .5rem; align-items: center; }
.drawn svg { display: block; width: 100%; fill: var(--bar); } .drawn svg.s1 { fill: var(--bar2); } .drawn .track { fill: var(--track); }
.key::before { content: ""; display: inline-block; width: .8em; height: .8em; margin-right: .35em; background: var(--bar); } .key.s1::before { background: var(--bar2); }
.closing { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: 2rem 0 1rem; break-inside: avoid; }
.recipients { font-size: .85rem; } .recipients p { margin: 0; } .signature { text-align: center; } .signature p:first-child { font-weight: bold; }
footer { border-top: 1px solid var(--line); padding-top: .5rem; overflow-wrap: anywhere; }
@media screen and (max-width: 40rem) {
  .letterhead, .closing { grid-template-columns: 1fr; }
  .bar { grid-template-columns: 1fr; padding: .3rem 0; }
  .wide table { width: max-content; min-width: 100%; }
  .wide th, .wide td { max-width: 11rem; }
}
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 13pt "Times New Roman", serif; } @bottom-left { content: FOOT; font: 8pt "Times New Roman", serif; } }
@page :first { @top-center { content: none; } }
@page lying { size: A4 landscape; margin: 20mm 15mm 20mm 20mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 13pt; line-height: 1.35; }
  nav, footer { display: none; }
  p { text-align: justify; }
  .letterhead p, .recipients p { text-align: inherit; }
  .table { overflow: visible; margin: 3mm 0 1mm; }
  table { font-size: 9pt; }
  .wide table { font-size: 8pt; } .wide th, .wide td { padding: .5mm .8mm; }
  caption, .chart figcaption { font-size: 11pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  caption, thead { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  thead th { background: #eee; }
  tbody th { min-width: 0; }
  #annex tbody th { min-width: 38mm; }
  caption span { position: static; max-width: none; }
  td.none, .note { color: #333; }
  .bar { font-size: 9pt; }
  .chart figcaption { break-before: avoid; }
  svg, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  #annex { page: lying; }
}
`;
