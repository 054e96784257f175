/** A mail to one person: plain text, and the same as simple HTML without image, link target of others, or tracking. */
export type Letter = { subject: string; text: string; html: string };

/** A part of a letter in one language: a sentence, or a numbered list under a heading. */
export type Part = string | { heading: string; items: readonly Item[] };
export type Item = { text: string; link?: string };

const mostOfSubject = 120;

/**
 * One letter in two languages, Vietnamese first and English below it.
 * Everything in it may come from people (names, tasks): it is escaped in the HTML, and nothing of it begins a new line
 * or a new header.
 */
export function letterOf(said: { subject: string; vi: readonly Part[]; en: readonly Part[] }): Letter {
  const subject = shortened(plain(said.subject));
  const text = [...said.vi.map(textOf), '----------', ...said.en.map(textOf)].join('\n\n');
  const html = [
    '<!doctype html>',
    `<html lang="vi"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>`,
    ...said.vi.map(htmlOf),
    '<hr><div lang="en">',
    ...said.en.map(htmlOf),
    '</div></body></html>',
  ].join('\n');
  return { subject, text: `${text}\n`, html: `${html}\n` };
}

function textOf(part: Part): string {
  if (typeof part === 'string') return plain(part);
  const items = part.items.map(
    ({ text, link }, index) => `${index + 1}. ${plain(text)}${link === undefined ? '' : `\n   ${link}`}`,
  );
  return [plain(part.heading), ...items].join('\n');
}

function htmlOf(part: Part): string {
  if (typeof part === 'string') return `<p>${escaped(plain(part))}</p>`;
  const items = part.items.map(({ text, link }) => {
    const said = escaped(plain(text));
    return `<li>${link === undefined ? said : `<a href="${escaped(link)}">${said}</a>`}</li>`;
  });
  return `<p>${escaped(plain(part.heading))}</p>\n<ol>\n${items.join('\n')}\n</ol>`;
}

/**
 * One line: breaks and other control characters, with which a header could be forged, become spaces; marks that turn
 * the direction of what follows, with which it could be read as something else, go.
 */
function plain(text: string): string {
  return text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= mostOfSubject ? text : `${letters.slice(0, mostOfSubject - 1).join('')}…`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
