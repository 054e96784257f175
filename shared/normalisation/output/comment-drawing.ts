import { limits } from '../limits.ts';
import { cellName } from '../table.ts';
import type { Mark } from './marks.ts';
import { Unpatchable } from './unpatchable.ts';

/**
 * Excel shows a comment only where a drawing of it stands in a part of VML. Such parts are not always well
 * formed XML, so they are edited as bytes: shapes go in before the end, the rest stays.
 */

const vml = 'urn:schemas-microsoft-com:vml';
const office = 'urn:schemas-microsoft-com:office:office';
const excel = 'urn:schemas-microsoft-com:office:excel';

/** From 0. */
const lastColumn = limits.columns - 1;
const lastRow = limits.rows - 1;

/** The drawing of a sheet that had none. */
export const emptyDrawing = `<xml xmlns:v="${vml}" xmlns:o="${office}" xmlns:x="${excel}"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${shapeType()}</xml>`;

/**
 * A drawing with a hidden note for each mark, and without the notes of the cells that lost theirs.
 * @throws Unpatchable when the part is not one that Excel writes
 */
export function withNotes(bytes: Uint8Array, marks: readonly Mark[], gone: readonly string[]): Uint8Array {
  // One character a byte, so that a place in the text is a place in the bytes, whatever the encoding.
  const text = withoutNotes(oneByteEach(bytes), gone);
  const end = text.lastIndexOf('</xml>');
  const start = text.slice(0, text.indexOf('>', text.indexOf('<xml')) + 1);
  const known = [`xmlns:v="${vml}"`, `xmlns:o="${office}"`, `xmlns:x="${excel}"`];
  if (end < 0 || !known.every((name) => start.includes(name))) throw new Unpatchable('unknown-form', 'vml');
  let first = 1025;
  for (const [, id] of text.matchAll(/id="_x0000_s(\d{1,9})"/g)) first = Math.max(first, Number(id) + 1);
  const shapes = marks.map((mark, at) => note(mark, first + at)).join('');
  const type = text.includes('id="_x0000_t202"') ? '' : shapeType();
  // What is added is ASCII, so it is one byte a character too.
  const whole = text.slice(0, end) + type + shapes + text.slice(end);
  return Uint8Array.from(whole, (letter) => letter.charCodeAt(0));
}

function withoutNotes(text: string, gone: readonly string[]): string {
  const cells = new Set(gone);
  const kept: string[] = [];
  let at = 0;
  while (cells.size > 0) {
    const from = text.indexOf('<v:shape ', at);
    const end = from < 0 ? -1 : text.indexOf('</v:shape>', from);
    if (end < 0) break;
    const to = end + '</v:shape>'.length;
    const shape = text.slice(from, to);
    const row = /<x:Row>\s?(\d{1,7})/.exec(shape)?.[1];
    const column = /<x:Column>\s?(\d{1,5})/.exec(shape)?.[1];
    const isGone = row && column && cells.has(cellName(Number(column), Number(row) + 1));
    kept.push(text.slice(at, isGone ? from : to));
    at = to;
  }
  return kept.join('') + text.slice(at);
}

function oneByteEach(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return pieces.join('');
}

function shapeType(): string {
  return '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
}

function note({ row, column, findings }: Mark, id: number): string {
  const lines = Math.min(40, 8 * findings.length);
  // Beside the cell, and still on the sheet.
  const left = Math.min(column + 1, lastColumn - 5);
  const top = Math.min(row - 1, lastRow - lines);
  const anchor = [left, 15, top, 2, left + 5, 15, top + lines, 4].join(', ');
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:300pt;height:${lines * 15}pt;z-index:${id - 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
