import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { inflateRaw } from '../../shared/aws/inflate.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { bytesInMemory } from '../../shared/normalisation/bytes.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { openTable } from '../../shared/normalisation/container.ts';
import type { Report } from '../../shared/normalisation/report.ts';

/** The engine's report on a file on disk. */
export async function reportOn(path: string, unit: string): Promise<Report> {
  const source = bytesInMemory(new Uint8Array(readFileSync(path)));
  const request = { fileName: basename(path), sha256: '', unit, form: 'qd766', period: '2026-Q3' };
  return (await checkFile(source, request, { inflateRaw, catalog })).report;
}

/** What differs between two reports' figures, in words; empty when nothing does. */
export function figuresDiffer(expected: Report, { observations, findings }: Report): string[] {
  const read = new Map(observations.map((figure) => [figure.indicator, textOf(figure)]));
  const lost = expected.observations.flatMap((figure) => {
    const got = read.get(figure.indicator);
    const wanted = textOf(figure);
    return got === wanted ? [] : [`${figure.indicator}: ${wanted} → ${got ?? 'nothing'}`];
  });
  const first = findings.find(({ severity }) => severity === 'error');
  return lost.length > 0 && first
    ? [...lost, `${first.code} ${first.at?.cell ?? ''} ${first.got ?? ''}`]
    : lost;
}

function textOf({ value, numerator, denominator, status, note }: Report['observations'][number]): string {
  return `${value ?? `${numerator}/${denominator}`} ${status} ${note?.replace(/\s+/g, ' ') ?? ''}`.trim();
}

/** A cell as another reader says it: sheet, row from 1, column from 0, kind, text. */
export type OtherCell = [sheet: string, row: number, column: number, kind: string, text: string];

/** The cells that another reader has and ours has differently. */
export async function cellsDiffer(path: string, cells: readonly OtherCell[]): Promise<string[]> {
  const { sheets } = await openTable(bytesInMemory(new Uint8Array(readFileSync(path))), inflateRaw);
  const ours = new Map<string, string>();
  for (const sheet of sheets) {
    for await (const rows of sheet.rows()) {
      for (const { number, cells: found } of rows) {
        for (const { column, kind, text, was } of found) {
          ours.set(`${sheet.name} ${number} ${column}`, cellText(kind, was?.text ?? text));
        }
      }
    }
  }
  return cells.flatMap(([sheet, row, column, kind, text]) => {
    const got = ours.get(`${sheet} ${row} ${column}`);
    const wanted = cellText(kind, text);
    return got === wanted ? [] : [`${sheet} ${row}:${column}: ${wanted} → ${got}`];
  });
}

function cellText(kind: string, text: string): string {
  return `${kind} ${kind === 'number' ? Number(text) : text.replace(/\r\n?/g, '\n')}`;
}
