import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import type { Cell, TableBlock } from '../content.ts';
import { measureText } from '../measures.ts';
import { reasonTexts } from '../reasons.ts';
import { absenceOf, figure, type Told, unitName, words } from '../told.ts';
import type { Texts } from '../voice.ts';
import { type Marked, marks, nationCode, roundsIn, type UnitFigure, unitsOf } from './annex-figures.ts';

const heads: readonly [Texts, TableBlock['columns'][number]['align'], number][] = [
  [{ vi: 'Mã đơn vị', en: 'Unit code' }, 'center', 9],
  [{ vi: 'Đơn vị', en: 'Unit' }, 'start', 26],
  [{ vi: 'Biểu mẫu', en: 'Form' }, 'start', 16],
  [{ vi: 'Kỳ', en: 'Period' }, 'center', 10],
  [{ vi: 'Mã chỉ tiêu', en: 'Indicator code' }, 'start', 24],
  [{ vi: 'Chỉ tiêu', en: 'Indicator' }, 'start', 44],
  [{ vi: 'Đơn vị tính', en: 'Measure' }, 'center', 12],
  [{ vi: 'Giá trị', en: 'Value' }, 'end', 14],
  [{ vi: 'Tử số', en: 'Numerator' }, 'end', 14],
  [{ vi: 'Mẫu số', en: 'Denominator' }, 'end', 14],
  [{ vi: 'Lý do không có số liệu, ghi chú', en: 'Why there is no value, notes' }, 'start', 24],
];

/** Every figure a row, with its parts: on paper the nation's, in the workbook and the CSV all of them. */
export function longTable(told: Told): TableBlock {
  const { voice } = told;
  const all = roundsIn(told).flatMap((rollups) => rollups.flatMap((rollup) => longRows(told, rollup)));
  return {
    kind: 'table',
    id: 'figures',
    caption: voice.say({
      vi: 'Toàn bộ số liệu, kèm tử số và mẫu số',
      en: 'Every figure, with its numerator and denominator',
    }),
    columns: heads.map(([head, align, width]) => ({ head: voice.say(head), align, width })),
    rows: all.filter(([code]) => code?.text === nationCode),
    full: all,
    note: voice.say({
      vi: 'Ở đây chỉ in số liệu cả nước; số liệu của tất cả các đơn vị có trong tệp XLSX và tệp CSV của báo cáo.',
      en: "The nation's figures are printed here; those of every unit are in the XLSX and the CSV of the briefing.",
    }),
  };
}

function longRows(told: Told, rollup: IndicatorRollup): Cell[][] {
  const { voice, catalog } = told;
  const indicator = catalog.indicators.get(rollup.indicator);
  const shared = [
    words(rollup.form),
    words(rollup.period),
    words(rollup.indicator),
    words(indicator?.names[voice.language] ?? rollup.indicator),
    words(indicator ? measureText(voice, indicator.unit) : ''),
  ];
  const nation = [words(nationCode), words(voice.say({ vi: 'Cả nước', en: 'Nation' }))];
  return [
    [...nation, ...shared, ...numbers(told, rollup.national)],
    ...unitsOf(rollup).map(({ named, figure: own }) => [
      words(named.code),
      words(unitName(told, named, rollup)),
      ...shared,
      ...numbers(told, own ?? absenceOf(told, named.unit, rollup)),
    ]),
  ];
}

type Parts = Pick<UnitFigure, 'value' | 'numerator' | 'denominator' | 'reason'> & Marked;

/** Value, numerator, denominator, and why there is no value or what must be known of it: a part that a figure does not have is left empty. */
function numbers({ voice }: Told, of: Parts | Texts): Cell[] {
  const none = words('');
  if ('vi' in of) return [none, none, none, words(voice.say(of))];
  const cell = (value: string | null) => (value === null ? none : figure(voice, value));
  const why = of.value === null ? [voice.say(reasonTexts[of.reason ?? 'missing'])] : [];
  const notes = marks.flatMap(({ isSo, names }) => (isSo(of) ? [voice.say(names)] : []));
  return [cell(of.value), cell(of.numerator), cell(of.denominator), words([...why, ...notes].join('; '))];
}
