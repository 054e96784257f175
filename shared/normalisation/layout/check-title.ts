import { nameOn } from '../../catalog/unit.ts';
import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import type { Ledger } from '../ledger.ts';
import { matchUnit } from '../match/match-unit.ts';
import type { Place } from '../table.ts';
import { checkPeriods, type TableSays } from './check-title-period.ts';
import type { Title, TitleFact } from './title.ts';
import { titleUnitFinding, unitInLines } from './title-unit.ts';

/**
 * Compares what the title block says with what was asked: unit, period and form must be the same.
 * @param says what the table below says itself, so that the title need not
 */
export function checkTitle(
  title: Title,
  sheet: string | null,
  asked: Asked,
  ledger: Ledger,
  says: TableSays = {},
): void {
  const placeOf = ({ row, column }: TitleFact): Place => ({ sheet, row, column });
  checkUnits(title, placeOf, asked, ledger, says);
  checkPeriods(title, sheet, asked, ledger, says);
  for (const fact of title.forms) {
    if (!namesForm(fact.text, asked)) ledger.find('form-differs', placeOf(fact), fact.text, asked.form.code);
  }
}

function checkUnits(
  title: Title,
  placeOf: (fact: TitleFact) => Place,
  asked: Asked,
  ledger: Ledger,
  says: TableSays,
): void {
  const expected = nameOn(asked.unit, asked.day).full;
  const units = unitsNamed(title, asked);
  for (const fact of units) {
    const finding = titleUnitFinding(fact.text, asked);
    if (finding)
      ledger.find(finding.code, placeOf(fact), fact.text, finding.expected, { hint: finding.hint });
  }
  if (units.length > 0) return;
  const [inside] = unitInLines(title.lines, asked);
  if (inside && !inside.isAsked) ledger.find('unit-differs', placeOf(inside), inside.text, expected);
  else if (!inside && !says.unit) ledger.find('title-without-unit', null, null, expected);
}

/** Where no line says whose report it is, a cell that is a unit's whole name does ("TỈNH ĐỒNG THÁP"). */
function unitsNamed({ units, bareNames }: Title, asked: Asked): TitleFact[] {
  return units.length > 0 ? units : bareNames.filter(({ text }) => 'match' in matchUnit(asked.units, text));
}

/** True when a text names the form by its code as a word of its own, or by its whole name. */
export function namesForm(text: string, { form }: Asked): boolean {
  const folded = ` ${fold(text)} `;
  return [form.code, form.names.vi, form.names.en].some((name) => folded.includes(` ${fold(name)} `));
}
