import type { Indicator } from '../../catalog/schema.ts';
import { mostPoints } from '../asked.ts';
import { indexUnit } from '../rules/values.ts';
import { cellName } from '../table.ts';
import type { PlacedIndicator, TemplateAsk } from './template.ts';
import type { TemplateColumns } from './template-cells.ts';
import { missingWordsName } from './template-guide.ts';
import { escapeXml } from './xml-write.ts';

export type Validation = {
  cell: string;
  type: 'custom' | 'list';
  formula: string;
  /** What is shown when something else is written; null: anything may be. */
  error: string | null;
  prompt: string;
};

/** The bounds and lists of the cells that are asked for, as the rules have them. */
export function validationsOf(
  placed: readonly PlacedIndicator[],
  columns: TemplateColumns,
  { form, catalog }: TemplateAsk,
): string {
  const maxima = mostPoints(catalog, form);
  const all = placed.flatMap((one) => [
    ...validationsFor(one, columns, maxima),
    noteValidation(cellName(columns.note, one.row)),
  ]);
  return validationsElement(all);
}

/** Validations as they stand behind a sheet's rows. */
export function validationsElement(all: readonly Validation[]): string {
  if (all.length === 0) return '';
  return `<dataValidations count="${all.length}">${all.map(element).join('')}</dataValidations>`;
}

function validationsFor(
  { indicator, row }: PlacedIndicator,
  columns: TemplateColumns,
  maxima: ReadonlyMap<string, string>,
): Validation[] {
  if (indicator.kind === 'ratio') return ratioValidations(row, columns);
  const cell = cellName(columns.result, row);
  if (indicator.kind === 'yes-no') {
    const prompt = 'Chọn Có hoặc Không. / Choose Có (yes) or Không (no).';
    return [{ cell, type: 'list', formula: '"Có,Không"', error: prompt, prompt }];
  }
  const bounds = boundsOf(indicator, maxima);
  if (!bounds) return [];
  const { least, most = null, whole = false } = bounds;
  const conditions = [
    ...(least === null ? ['TRUE'] : [`${cell}>=${least}`]),
    ...(most === null ? [] : [`${cell}<=${most}`]),
    ...(whole ? [`${cell}=INT(${cell})`] : []),
  ];
  if (bounds.date) return [dateValidation(cell, conditions)];
  const range = [least === null ? '' : `≥ ${least}`, most === null ? '' : `≤ ${most}`]
    .filter(Boolean)
    .join(', ');
  const prompt = whole
    ? `Số nguyên ${range}. / A whole number ${range}.`
    : `Số ${range}. / A number ${range}.`;
  return [{ cell, type: 'custom', formula: numberOrWord(cell, conditions.join(',')), error: prompt, prompt }];
}

/** A list to choose from, beside which any explanation may be written. */
function noteValidation(cell: string): Validation {
  const prompt =
    'Chọn lý do chưa có số liệu, hoặc ghi giải trình. / Choose why there is no figure, or write an explanation.';
  return { cell, type: 'list', formula: missingWordsName, error: null, prompt };
}

function dateValidation(cell: string, conditions: readonly string[]): Validation {
  const prompt = 'Ngày/tháng/năm, từ năm 2000. / A date, from 2000 on.';
  return { cell, type: 'custom', formula: numberOrWord(cell, conditions.join(',')), error: prompt, prompt };
}

type Bounds = { least: string | null; most?: string | null; whole?: true; date?: true };

/** Between what the rules admit a figure; undefined where they say nothing of it. */
function boundsOf(
  { id, kind, unit, overHundred }: Indicator,
  maxima: ReadonlyMap<string, string>,
): Bounds | undefined {
  switch (kind) {
    case 'score': {
      const most = maxima.get(id) ?? (unit === indexUnit ? '1' : undefined);
      return most === undefined ? undefined : { least: '0', most };
    }
    case 'rate':
      return { least: '0', most: overHundred ? null : '100' };
    case 'count':
      return { least: '0', whole: true };
    case 'rank':
      return { least: '1', whole: true };
    case 'amount':
      return { least: null };
    case 'date':
      // 2000-01-01, as Excel counts days.
      return { least: '36526', date: true };
    default:
      return undefined;
  }
}

/** Counts that are whole and not below zero, a not greater than b; asked of either cell as it is filled in. */
function ratioValidations(row: number, { numerator, denominator }: TemplateColumns): Validation[] {
  if (numerator === null || denominator === null) return [];
  const [a, b] = [cellName(numerator, row), cellName(denominator, row)];
  const error = 'Số đếm: số nguyên, không âm, và a ≤ b. / A count: a whole number, not below 0, and a ≤ b.';
  return [a, b].map((cell) => {
    const other = cell === a ? b : a;
    const bounds = `${cell}>=0,${cell}=INT(${cell}),IF(ISNUMBER(${other}),${a}<=${b},TRUE)`;
    return { cell, type: 'custom', formula: numberOrWord(cell, bounds), error, prompt: error };
  });
}

/** A number within bounds, or one of the words that say why there is none. */
function numberOrWord(cell: string, bounds: string): string {
  return `IF(ISNUMBER(${cell}),AND(${bounds}),COUNTIF(${missingWordsName},${cell})>0)`;
}

function element({ cell, type, formula, error, prompt }: Validation): string {
  const refusal =
    error === null
      ? ''
      : ` showErrorMessage="1" errorTitle="Chưa đúng / Not valid" error="${escapeXml(error)}"`;
  const texts = `promptTitle="Điểm Cầu" prompt="${escapeXml(prompt)}"`;
  return `<dataValidation type="${type}" allowBlank="1" showInputMessage="1"${refusal} ${texts} sqref="${cell}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
}
