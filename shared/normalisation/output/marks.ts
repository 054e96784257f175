import { detailLines } from '../finding-words.ts';
import type { Finding } from '../report.ts';
import { positionOf } from '../table.ts';

export type Severity = Finding['severity'];

/** The findings of one cell. */
export type Mark = { cell: string; row: number; column: number; severity: Severity; findings: Finding[] };

/** The name under which this service comments: what it wrote before is replaced. */
export const author = 'Điểm Cầu';
/** Soft red and amber, on which black text stays readable. */
export const fills: Readonly<Record<Severity, string>> = { error: 'FFC7CE', warning: 'FFEB9C' };
export const severityNames: Readonly<Record<Severity, string>> = {
  error: 'LỖI / ERROR',
  warning: 'CẢNH BÁO / WARNING',
};

/** More of one cell say nothing new; all stand in the list. */
const findingsInComment = 8;
const commentLength = 6_000;

/** The cells with findings, by sheet (null: the one of a text file), in the order of the report. */
export function marksBySheet(findings: readonly Finding[]): Map<string | null, Mark[]> {
  const sheets = new Map<string | null, Map<string, Mark>>();
  for (const finding of findings) {
    const position = finding.at && positionOf(finding.at.cell);
    if (!finding.at || !position) continue;
    const { sheet, cell } = finding.at;
    const marks = sheets.get(sheet) ?? new Map<string, Mark>();
    sheets.set(sheet, marks);
    const mark = marks.get(cell) ?? { cell, ...position, severity: finding.severity, findings: [] };
    marks.set(cell, mark);
    mark.findings.push(finding);
    if (finding.severity === 'error') mark.severity = 'error';
  }
  return new Map([...sheets].map(([sheet, marks]) => [sheet, [...marks.values()]]));
}

/** What a comment says: each finding with what was found, what is expected and what to do. */
export function commentOf({ findings }: Mark): string {
  const texts = findings.slice(0, findingsInComment).map(textOf);
  const more = findings.length - findingsInComment;
  if (more > 0) texts.push(`… +${more}`);
  const text = texts.join('\n\n');
  return text.length > commentLength ? `${text.slice(0, commentLength - 1)}…` : text;
}

function textOf(finding: Finding): string {
  const lines = [
    `${author}: ${severityNames[finding.severity]} (${finding.code})`,
    finding.message.vi,
    finding.message.en,
  ];
  return [...lines, ...detailLines(finding)].join('\n');
}
