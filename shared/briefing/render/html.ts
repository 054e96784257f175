import {
  type Block,
  type Briefing,
  type Cell,
  headingOf,
  type Section,
  type TableBlock,
} from '../content.ts';
import { escapeHtml as escaped } from './escape-html.ts';
import { chartFigure } from './html-chart.ts';
import { pageStyle } from './html-style.ts';
import { layoutWord } from './words.ts';

/**
 * The briefing as one web page without script, which may load nothing from anywhere: the head of an official document
 * (NĐ 30/2020/NĐ-CP, Annex I), its sections with the charts drawn as SVG beside their tables; A4 when it is printed.
 */
export function htmlOf(briefing: Briefing): Uint8Array {
  const { language, title, subject, preface, sections, foot } = briefing;
  const count: Count = { tables: 0, figures: 0 };
  const page = [
    `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(`${title}: ${subject}`)}</title>`,
    `<style>${pageStyle(foot)}</style>\n</head>\n<body>`,
    letterhead(briefing),
    `<main>\n<h1>${escaped(title)}<span>${escaped(subject)}</span></h1>`,
    ...preface.map((text) => `<p>${escaped(text)}</p>`),
    contents(briefing),
    ...sections.filter(({ id }) => id !== 'annex').map((section) => sectionPart(section, language, count)),
    closing(briefing),
    ...sections.filter(({ id }) => id === 'annex').map((section) => sectionPart(section, language, count)),
    `</main>\n<footer><p>${escaped(foot)}</p></footer>\n</body>\n</html>\n`,
  ];
  return new TextEncoder().encode(page.join('\n'));
}

type Count = { tables: number; figures: number };

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function letterhead({ letterhead: head }: Briefing): string {
  return `<header class="letterhead">
<div><p class="issuer">${escaped(head.issuer)}</p><p class="number">${escaped(head.number)}</p></div>
<div><p class="country">${escaped(head.country)}</p><p class="motto">${escaped(head.motto)}</p><p class="place">${escaped(head.placeAndDate)}</p></div>
</header>`;
}

function contents({ language, sections }: Briefing): string {
  const items = sections.map(
    (section) => `<li><a href="#${escaped(section.id)}">${escaped(headingOf(section))}</a></li>`,
  );
  return `<nav aria-label="${layoutWord('contents', language)}"><ul>${items.join('')}</ul></nav>`;
}

function closing({ closing: given }: Briefing): string {
  if (!given) return '';
  const lines = (all: readonly string[]) => all.map((line) => `<p>${escaped(line)}</p>`).join('');
  return `<div class="closing"><div class="recipients"><p><strong>${escaped(given.recipients.head)}</strong></p>${lines(given.recipients.lines)}</div><div class="signature">${lines(given.signature)}</div></div>`;
}

function sectionPart(
  { id, heading, annex, blocks }: Section,
  language: Briefing['language'],
  count: Count,
): string {
  const parts = blocks.map((block) => blockPart(block, language, count));
  const below = annex ? `<span>${escaped(annex.title)}</span>` : '';
  const attached = annex ? `<p class="attached">${escaped(annex.attached)}</p>\n` : '';
  return `<section id="${escaped(id)}" aria-labelledby="h-${escaped(id)}">\n<h2 id="h-${escaped(id)}">${escaped(heading)}${below}</h2>\n${attached}${parts.join('\n')}\n</section>`;
}

function blockPart(block: Block, language: Briefing['language'], count: Count): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'table':
      count.tables += 1;
      return table(block, `${layoutWord('table', language)} ${count.tables}. ${block.caption}`);
    case 'chart':
      count.figures += 1;
      return chartFigure(
        block,
        language,
        `${layoutWord('figure', language)} ${count.figures}. ${block.caption}`,
      );
  }
}

/** A table scrolls by itself where it is wider than the screen; its heads are repeated on every printed page. */
function table({ id, columns, rows, note }: TableBlock, caption: string): string {
  const naming = Math.max(
    0,
    columns.findIndex(({ align }) => align === 'start'),
  );
  const head = columns.map(
    ({ head: text, align }) => `<th scope="col" class="${align}">${escaped(text)}</th>`,
  );
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, at) => cellPart(cell, columns[at]?.align ?? 'start', at === naming)).join('')}</tr>`,
  );
  const title = `<caption><span>${escaped(caption)}</span></caption>`;
  const wide = columns.length > 8 ? ' wide' : '';
  return [
    `<div class="table${wide}" id="${escaped(id)}" role="region" tabindex="0" aria-label="${escaped(caption)}">`,
    `<table>${title}<thead><tr>${head.join('')}</tr></thead>\n<tbody>${body.join('\n')}</tbody></table></div>`,
    note === undefined ? '' : `<p class="note">${escaped(note)}</p>`,
  ].join('');
}

function cellPart({ text, value }: Cell, align: string, isName: boolean): string {
  if (isName) return `<th scope="row" class="${align}">${escaped(text)}</th>`;
  const isFigure = value !== undefined;
  return `<td class="${isFigure || align !== 'end' ? align : `${align} none`}">${escaped(text)}</td>`;
}
