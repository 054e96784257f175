import { fold } from '../fold.ts';
import { periodsIn } from '../match/read-period.ts';
import { readUnitOfMeasure } from '../number/unit-of-measure.ts';
import type { Row } from '../table.ts';
import { withLetters } from './heading-period.ts';
import { type NamedPeriods, periodsOfLine, shortYears } from './title-period.ts';

/** What the title block says of itself, with the cell that says it. */
export type TitleFact = { text: string; row: number; column: number };
export type PeriodFact = TitleFact & NamedPeriods;
export type Title = {
  /** "Đơn vị báo cáo: …"; without such a label, lines that start with UBND. */
  units: TitleFact[];
  /** Cells that may be no more than a unit's name: "TỈNH ĐỒNG THÁP", "BỘ TÀI CHÍNH". */
  bareNames: TitleFact[];
  /** "Kỳ báo cáo: …" */
  periods: PeriodFact[];
  /** Other lines that name a period. */
  loosePeriods: PeriodFact[];
  /** "Biểu mẫu: …" */
  forms: TitleFact[];
  /** Every line, as it stands. */
  lines: TitleFact[];
  /** "Đơn vị tính: triệu đồng": what the figures below are counted in. */
  measures: TitleFact[];
};

const labels: ReadonlyMap<string, 'units' | 'periods' | 'forms'> = new Map([
  ['don vi bao cao', 'units'],
  ['ten don vi', 'units'],
  ['ma don vi', 'units'],
  ['tinh thanh pho', 'units'],
  ['co quan bao cao', 'units'],
  ['reporting unit', 'units'],
  ['ki bao cao', 'periods'],
  ['ki', 'periods'],
  ['qui', 'periods'],
  ['quarter', 'periods'],
  ['period', 'periods'],
  ['reporting period', 'periods'],
  ['bieu mau', 'forms'],
  ['mau bieu', 'forms'],
  ['ma bieu mau', 'forms'],
  ['form', 'forms'],
]);

/** "(Đơn vị tính: triệu đồng)", "ĐVT: %", "Đơn vị: Triệu đồng.". */
const measureLine = /^[([]?\s*(đơn vị tính|đvt|đơn vị|unit of measure)\s*[:：]?\s*(.+?)[\s)\].;]*$/iu;

const typeFirst = /^(tinh|thanh pho|tp|bo|ban|thanh tra|van phong|ngan hang) \S/;

/**
 * Reads the rows above a table's heading. A label's value stands behind its colon, or in the next cell or line. A
 * cell of several lines ("UBND TỈNH ĐỒNG THÁP⏎SỞ KHOA HỌC VÀ CÔNG NGHỆ") says what each of them says.
 */
export function readTitle(rows: readonly Row[]): Title {
  const lines = rows.flatMap(linesOf);
  const title: Title = {
    units: [],
    bareNames: [],
    periods: [],
    loosePeriods: [],
    forms: [],
    measures: [],
    lines,
  };
  const looseUnits: TitleFact[] = [];
  const taken = new Set<TitleFact>();
  for (const [index, fact] of lines.entries()) {
    const { label, behind, kind } = labelOf(fact.text);
    // What was a label's value says nothing more.
    if (taken.has(fact) && kind === undefined) continue;
    const next = lines[index + 1];
    const value = behind !== '' ? { ...fact, text: behind } : next?.row === fact.row ? next : undefined;
    if (kind !== undefined && value && value === next) taken.add(next);
    const after = lines.slice(index + 1, index + 1 + linesBehind);
    const measure = kind === undefined ? measureOf(fact.text) : undefined;
    if (kind === 'periods' && value) {
      title.periods.push(labelledPeriod(value, label, behind === '' ? after.slice(1) : after));
    } else if (kind !== undefined && kind !== 'periods' && value) title[kind].push(value);
    else if (measure !== undefined) title.measures.push({ ...fact, text: measure });
    else if (/^(ubnd|ui ban nhan dan) /.test(label)) looseUnits.push(fact);
    else if (label === 'don vi' && /^(ubnd|ui ban nhan dan|tinh|thanh pho|tp) /.test(fold(behind))) {
      looseUnits.push({ ...fact, text: behind });
    } else if (fact.text.length <= 80 && typeFirst.test(label)) title.bareNames.push(fact);
    if (kind !== undefined) continue;
    const periods = periodsOfLine(fact.text, joined(after));
    if (periods.codes.length > 0 || periods.cumulative || periods.unread) {
      title.loosePeriods.push({ ...fact, ...periods });
    }
  }
  return { ...title, units: title.units.length > 0 ? title.units : looseUnits };
}

/** So many lines behind a quarter are looked at for its year. */
const linesBehind = 5;

function linesOf({ number, cells }: Row): TitleFact[] {
  return cells.flatMap(({ text, column }) =>
    text
      .split(/[\r\n]+/)
      .filter((line) => line.trim() !== '' || text.trim() === '')
      .map((line) => ({ text: line, row: number, column })),
  );
}

/** A labelled period; it may be written in several cells ("Quý | III | Năm | 2026"), or its year in the line below. */
function labelledPeriod(value: TitleFact, label: string, after: readonly TitleFact[]): PeriodFact {
  const named = label === 'qui' || label === 'quarter' ? { ...value, text: `Quý ${value.text}` } : value;
  const tries = [named.text, ...after.map((_, at) => joined([named, ...after.slice(0, at + 1)]))];
  for (const text of tries) {
    const { cumulative, passing, plan, sums } = periodsOfLine(text);
    const codes = periodsIn(withLetters(shortYears(text)));
    if (cumulative) return { ...named, codes: [], sums, passing, plan, cumulative, unread: false };
    if (codes.length > 0)
      return { ...named, codes, sums, passing: false, plan: false, cumulative, unread: false };
  }
  return { ...named, codes: [], sums: [], passing: false, plan: false, cumulative: false, unread: true };
}

function joined(facts: readonly TitleFact[]): string {
  return facts.map(({ text }) => text).join(' ');
}

/** What stands before a colon; it may be written in two languages ("Kỳ báo cáo/Period: …"). */
function labelOf(text: string): { label: string; behind: string; kind: ReturnType<typeof labels.get> } {
  const colon = text.search(/[:：]/);
  const front = colon < 0 ? text : text.slice(0, colon);
  const label = fold(front);
  const parts = front.length > 100 ? [] : front.split('/').map(fold);
  const kind = [label, ...parts].map((part) => labels.get(part)).find(Boolean);
  return { label, behind: colon < 0 ? '' : text.slice(colon + 1).trim(), kind };
}

/** What a unit line says; "Đơn vị: …" is one only where a unit of measure follows. */
function measureOf(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const match = measureLine.exec(text.normalize('NFC').replace(/\s+/g, ' ').trim());
  if (!match) return undefined;
  const [, label, measure] = match as unknown as [string, string, string];
  const plain = /^đơn vị$/i.test(label);
  return plain && readUnitOfMeasure(measure) === undefined ? undefined : measure;
}
