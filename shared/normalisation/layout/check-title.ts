import { nameOn } from '../../catalog/unit.ts';
import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import type { Ledger } from '../ledger.ts';
import { matchUnit } from '../match/match-unit.ts';
import { periodsIn } from '../match/read-period.ts';
import { unitFinding } from '../match/unit-finding.ts';
import type { Place } from '../table.ts';
import type { Title, TitleFact } from './title.ts';

/** Compares what the title block says with what was asked: unit, period and form must be the same. */
export function checkTitle(title: Title, sheet: string | null, asked: Asked, ledger: Ledger): void {
  const placeOf = ({ row, column }: TitleFact): Place => ({ sheet, row, column });
  if (title.units.length === 0)
    ledger.find('title-without-unit', null, null, nameOn(asked.unit, asked.day).full);
  for (const fact of title.units) {
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

function checkPeriods(title: Title, placeOf: (fact: TitleFact) => Place, asked: Asked, ledger: Ledger): void {
  const expected = asked.period.code;
  const facts = title.periods.map((fact) => ({ fact, codes: periodsIn(fact.text) }));
  if (facts.length === 0) ledger.find('title-without-period', null, null, asked.period.names.vi);
  // Without a label, another quarter may be named in passing ("theo Công văn quý II/2026").
  if (!title.periodLabelled && facts.some(({ codes }) => codes.includes(expected))) return;
  for (const { fact, codes } of facts) {
    if (codes.length !== 1) ledger.find('period-unclear', placeOf(fact), fact.text, expected);
    else if (codes[0] !== expected) ledger.find('period-differs', placeOf(fact), fact.text, expected);
  }
}

/** True when a text names the form by its code as a word of its own, or by its whole name. */
export function namesForm(text: string, { form }: Asked): boolean {
  const folded = ` ${fold(text)} `;
  return [form.code, form.names.vi, form.names.en].some((name) => folded.includes(` ${fold(name)} `));
}
