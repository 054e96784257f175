import { mostPoints } from '../asked.ts';
import { cellName } from '../table.ts';
import type { PlacedIndicator, TemplateAsk } from './template.ts';
import type { TemplateColumns } from './template-cells.ts';
import { missingWordsName } from './template-guide.ts';
import { escapeXml } from './xml-write.ts';

type Validation = { cell: string; type: 'custom' | 'list'; formula: string; error: string; prompt: string };

/** The bounds and lists of the cells that are asked for, as the rules have them. */
export function validationsOf(
  placed: readonly PlacedIndicator[],
  columns: TemplateColumns,
  { form, catalog }: TemplateAsk,
): string {
  const maxima = mostPoints(catalog, form);
  const all = placed.flatMap((one) => validationsFor(one, columns, maxima));
  if (all.length === 0) return '';
  return `<dataValidations count="${all.length}">${all.map(element).join('')}</dataValidations>`;
}

function validationsFor(
  { indicator, row }: PlacedIndicator,
  columns: TemplateColumns,
  maxima: ReadonlyMap<string, string>,
): Validation[] {
  const cell = cellName(columns.result, row);
  const custom = (bounds: string, error: string): Validation => ({
    cell,
    type: 'custom',
    formula: numberOrWord(cell, bounds),
    error,
    prompt: error,
  });
  switch (indicator.kind) {
    case 'ratio':
      return ratioValidations(row, columns);
    case 'score': {
      const most = maxima.get(indicator.id);
      if (most === undefined) return [];
      return [custom(`${cell}>=0,${cell}<=${most}`, `Điểm từ 0 đến ${most}. / Points from 0 to ${most}.`)];
    }
    case 'count':
      return [
        custom(`${cell}>=0,${cell}=INT(${cell})`, 'Số nguyên, không âm. / A whole number, not below 0.'),
      ];
    case 'rank':
      return [custom(`${cell}>=1,${cell}=INT(${cell})`, 'Thứ hạng từ 1. / A rank, from 1.')];
    case 'amount':
    case 'rate':
      return [custom('TRUE', 'Chỉ nhập số. / A number only.')];
    case 'date':
      return [custom(`${cell}>=36526`, 'Ngày, tháng, năm. / A date.')];
    case 'yes-no': {
      const prompt = 'Chọn Có hoặc Không. / Choose Có (yes) or Không (no).';
      return [{ cell, type: 'list', formula: '"Có,Không"', error: prompt, prompt }];
    }
    default:
      return [];
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
  const texts = `errorTitle="Chưa đúng / Not valid" error="${escapeXml(error)}" promptTitle="Điểm Cầu" prompt="${escapeXml(prompt)}"`;
  return `<dataValidation type="${type}" allowBlank="1" showInputMessage="1" showErrorMessage="1" ${texts} sqref="${cell}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
}
