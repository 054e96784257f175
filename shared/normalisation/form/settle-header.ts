import type { Asked } from '../asked.ts';
import type { Heading } from '../layout/heading.ts';
import { cellIn } from '../layout/row-kind.ts';
import { type FigureCandidate, settleFigures } from '../layout/settle-figures.ts';
import { isEstimate, type Standing, saysOnlyTime, standingOf } from '../layout/standing.ts';
import { isFigureLike } from '../number/figure.ts';
import type { Row } from '../table.ts';
import { type ColumnRole, isShare, roleOf } from './column-role.ts';

/** The columns of a form by what they hold, from 0. `note` may be several; a role held twice is in `twice`. */
export type FormHeader = {
  /** The last row of the heading. */
  row: number;
  /** How many of the rows, from the one that names the indicators' column, are the heading. */
  depth: number;
  width: number | null;
  columns: Partial<Record<Exclude<ColumnRole, 'note'>, number>>;
  notes: number[];
  twice: HeadingOf[];
  /** The heading of each column that was taken. */
  texts: Map<ColumnRole, TextAt>;
  /** True when the headings of the figures name the asked period, or say that they are of this one. */
  saysPeriod: boolean;
  /** True when the results are estimates. */
  isEstimate: boolean;
  /** The heading of the results, which may say what they are counted in. */
  resultHeading: TextAt | null;
  /** Figures of another time than the one asked, or that are not understood: not read. */
  passed: (HeadingOf & { standing: Standing })[];
  /** The last heading of the row. */
  end: number;
};
type TextAt = { text: string; row: number; column: number };
type HeadingOf = TextAt & { role: ColumnRole };

/** `isNamed`: its heading is one of a form's; else it only names a time that is not asked. */
export type Candidate = FigureCandidate & { role: ColumnRole; isNamed: boolean; isShare?: true };

const figureRoles: ReadonlySet<ColumnRole> = new Set(['numerator', 'denominator', 'result']);

/**
 * The lowest text that is a known heading tells the role; else the whole of them, from the top. A heading that only
 * names a time is a result's: of the asked period, or of one that is not read.
 */
export function candidateOf(heading: Heading, asked: Asked): Candidate[] {
  const { texts } = heading;
  const lowest = texts.at(-1) as string;
  const own = roleOf(lowest);
  const role = own ?? roleOf(texts.join(' ')) ?? texts.toReversed().map(roleOf).find(Boolean);
  if (role !== undefined && !figureRoles.has(role))
    return [{ ...heading, role, own: own !== undefined, standing: 'plain', isNamed: true }];
  const standing = standingOf(texts, asked);
  if (role === undefined) {
    const isResult = standing === 'asked' && saysOnlyTime(texts, asked);
    if (!isResult && standing !== 'aside' && standing !== 'other') return [];
    return [{ ...heading, role: 'result', own: false, standing, isNamed: isResult }];
  }
  if (!isShare(lowest) || texts.slice(0, -1).some((text) => roleOf(text) === 'result'))
    return [{ ...heading, role, own: own !== undefined, standing, isNamed: true }];
  // "Tỷ lệ (%)" may hold what is a share or points, and never a count.
  const fits = asked.required.every(({ kind }) => kind === 'ratio' || kind === 'rate' || kind === 'score');
  return [
    { ...heading, role, own: false, standing: fits ? standing : 'unclear', isNamed: fits, isShare: true },
  ];
}

/** Takes the column that holds a role. Of several, the one that names the asked period; never the first by chance. */
export function settle(
  role: ColumnRole,
  candidates: readonly Candidate[],
  header: FormHeader,
  rows: readonly Row[],
): void {
  if (role === 'note') {
    header.notes.push(...candidates.map(({ column }) => column));
    return;
  }
  const besideOthers = candidates.some((candidate) => !candidate.isShare && candidate.isNamed);
  const fit = besideOthers ? candidates.filter((candidate) => !candidate.isShare) : candidates;
  const { kept, twice, passed } = settleFigures(role === 'name' ? withoutTargets(fit, rows) : fit);
  if (kept) {
    header.columns[role] = kept.column;
    header.texts.set(role, { text: kept.texts.join(' / '), row: kept.row, column: kept.column });
    if (kept.standing === 'asked' || kept.standing === 'this') header.saysPeriod = true;
    if (role === 'result') {
      header.resultHeading = { text: kept.texts.join(' '), row: kept.row, column: kept.column };
      header.isEstimate = isEstimate(kept.texts);
    }
  }
  const told = ({ column, row, texts }: Candidate) => ({ role, column, row, text: texts.join(' / ') });
  header.twice.push(...twice.map(told));
  header.passed.push(...passed.map((each) => ({ ...told(each), standing: each.standing })));
}

/** A column "Chỉ tiêu" beside that of the names, over figures: what is aimed at, no names. */
function withoutTargets(candidates: readonly Candidate[], rows: readonly Row[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const named = candidates.filter(({ column }) => {
    const cells = rows.flatMap((row) => cellIn(row, column) ?? []);
    return cells.length === 0 || cells.some((cell) => !isFigureLike(cell));
  });
  return named.length > 0 ? named : candidates;
}

/**
 * "Thực hiện" over three columns that are not named each: which of them holds the parts and which the result is not
 * known, so it is not taken.
 */
export function withoutNameless(header: FormHeader, headed: ReadonlySet<number>, rows: readonly Row[]): void {
  const { result, numerator, denominator } = header.columns;
  if (result === undefined || (numerator !== undefined && denominator !== undefined)) return;
  const beside = result + 1;
  const holds = rows.filter((row) => {
    const cell = cellIn(row, beside);
    return cell !== undefined && /\d/.test(cell.text) && isFigureLike(cell);
  });
  if (headed.has(beside) || holds.length < 2 || !header.resultHeading) return;
  delete header.columns.result;
  header.passed.push({ ...header.resultHeading, role: 'result', standing: 'unclear' });
}
