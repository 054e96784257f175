import { nameOn } from '../../catalog/unit.ts';
import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import type { Ledger } from '../ledger.ts';
import { matchUnit } from '../match/match-unit.ts';
import { unitFinding } from '../match/unit-finding.ts';
import type { Place } from '../table.ts';
import type { PeriodFact, Title, TitleFact } from './title.ts';
import { isCumulative, yearOf } from './title-period.ts';

/** Compares what the title block says with what was asked: unit, period and form must be the same. */
export function checkTitle(title: Title, sheet: string | null, asked: Asked, ledger: Ledger): void {
  const placeOf = ({ row, column }: TitleFact): Place => ({ sheet, row, column });
  const units = unitsNamed(title, asked);
  if (units.length === 0) ledger.find('title-without-unit', null, null, nameOn(asked.unit, asked.day).full);
  for (const fact of units) {
    const finding = unitFinding(matchUnit(asked.units, fact.text), asked);
    if (finding) {
      const { code, expected, hint } = finding;
      ledger.find(code, placeOf(fact), fact.text, expected, { hint });
    }
  }
  checkPeriods(title, placeOf, asked, ledger);
  for (const fact of title.forms) {
    if (!namesForm(fact.text, asked)) ledger.find('form-differs', placeOf(fact), fact.text, asked.form.code);
  }
}

/** Where no line says whose report it is, a cell that is a unit's whole name does ("TỈNH ĐỒNG THÁP"). */
function unitsNamed({ units, bareNames }: Title, asked: Asked): TitleFact[] {
  return units.length > 0 ? units : bareNames.filter(({ text }) => 'match' in matchUnit(asked.units, text));
}

/**
 * A labelled period must be the one asked; without a label, one of the lines must name it. A line that names another
 * year as its own is told in any case: the table may be last year's.
 */
function checkPeriods(title: Title, placeOf: (fact: TitleFact) => Place, asked: Asked, ledger: Ledger): void {
  const expected = asked.period.code;
  const labelled = title.periods.length > 0;
  const facts = labelled ? title.periods : title.loosePeriods;
  if (facts.length === 0) ledger.find('title-without-period', null, null, asked.period.names.vi);
  // Without a label, another quarter may be named in passing, and the year of the plan that is reported on.
  const agrees = !labelled && facts.some(({ codes }) => codes.includes(expected));
  const own = facts.filter(({ passing }) => !passing);
  for (const fact of agrees ? [] : own.length > 0 ? own : facts)
    tellPeriod(fact, placeOf(fact), expected, ledger);
  if (!labelled && !agrees) return;
  for (const fact of title.loosePeriods) {
    if (fact.passing || fact.codes.some((code) => yearOf(code) === yearOf(expected))) continue;
    ledger.find('period-differs', placeOf(fact), fact.text, expected);
  }
}

function tellPeriod({ text, codes }: PeriodFact, place: Place, expected: string, ledger: Ledger): void {
  const [code] = codes;
  if (codes.length === 1 && code === expected) return;
  const cumulative = codes.filter((each) => each !== expected && isCumulative(each));
  const sameYear = code !== undefined && yearOf(code) === yearOf(expected);
  if (codes.length > 0 && cumulative.length === codes.length && sameYear) {
    ledger.find('period-cumulative', place, text, expected);
  } else ledger.find(codes.length === 1 ? 'period-differs' : 'period-unclear', place, text, expected);
}

/** True when a text names the form by its code as a word of its own, or by its whole name. */
export function namesForm(text: string, { form }: Asked): boolean {
  const folded = ` ${fold(text)} `;
  return [form.code, form.names.vi, form.names.en].some((name) => folded.includes(` ${fold(name)} `));
}
