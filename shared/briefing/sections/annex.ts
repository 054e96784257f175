import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import type { Named } from '../../aggregation/round.ts';
import { blockId } from '../block-id.ts';
import type { Block, Cell, TableBlock } from '../content.ts';
import { measureText } from '../measures.ts';
import { reasonTexts } from '../reasons.ts';
import { absenceOf, type Draft, figure, placesOf, roundName, type Told, unitName, words } from '../told.ts';
import type { Texts } from '../voice.ts';

/** Of the nation, among the codes of units. */
const nationCode = 'VN';
/** How many indicators stand beside each other on a page. */
const columnsOnPaper = 6;

/** Every figure of every unit: side by side to be read, and in long form, with its parts, for who computes with it. */
export function annexSection(told: Told): Draft {
  const blocks: Block[] = [...tablesOnPaper(told), longTable(told)];
  return { id: 'annex', title: { vi: 'Toàn bộ số liệu', en: 'Every figure' }, blocks };
}

type UnitFigure = IndicatorRollup['units'][number];

/** The rolled-up indicators by form and period, in the order in which they stand. */
function roundsIn(told: Told): IndicatorRollup[][] {
  const rounds = new Map<string, IndicatorRollup[]>();
  for (const rollup of told.now.indicators) {
    const key = `${rollup.form} ${rollup.period}`;
    rounds.set(key, [...(rounds.get(key) ?? []), rollup]);
  }
  return [...rounds.values()];
}

/** Every unit of a rollup in the order of codes, those that did not report among them. */
function unitsOf({ units, coverage }: IndicatorRollup): { named: Named; figure: UnitFigure | null }[] {
  const told = [
    ...units.map((unit) => ({ named: unit as Named, figure: unit })),
    ...coverage.missing
      .filter(({ unit }) => !units.some((listed) => listed.unit === unit))
      .map((named) => ({ named: named as Named, figure: null })),
  ];
  return told.sort((a, b) => (a.named.code < b.named.code ? -1 : a.named.code > b.named.code ? 1 : 0));
}

function tablesOnPaper(told: Told): TableBlock[] {
  return roundsIn(told).flatMap((rollups) => {
    const parts = Array.from({ length: Math.ceil(rollups.length / columnsOnPaper) }, (_, at) =>
      rollups.slice(at * columnsOnPaper, (at + 1) * columnsOnPaper),
    );
    return parts.map((part, at) => tableOnPaper(told, part, { number: at + 1, of: parts.length }));
  });
}

function tableOnPaper(
  told: Told,
  rollups: readonly IndicatorRollup[],
  part: { number: number; of: number },
): TableBlock {
  const { voice } = told;
  const first = rollups[0] as IndicatorRollup;
  const name = roundName(told, first);
  const which = part.of === 1 ? '' : ` (${part.number}/${part.of})`;
  const figures = rollups.map((rollup) => new Map(rollup.units.map((unit) => [unit.unit, unit])));
  return {
    kind: 'table',
    id: blockId('f', first.form, first.period, part.number),
    caption: voice.say({
      vi: `Số liệu của từng đơn vị: ${name}${which}`,
      en: `Figures of each unit: ${name}${which}`,
    }),
    columns: [
      { head: voice.say({ vi: 'Mã', en: 'Code' }), align: 'center', width: 6 },
      { head: voice.say({ vi: 'Đơn vị', en: 'Unit' }), align: 'start', width: 20 },
      ...rollups.map((rollup) => ({ head: headOf(told, rollup), align: 'end' as const, width: 12 })),
    ],
    rows: [
      [
        words(nationCode),
        words(voice.say({ vi: 'Cả nước', en: 'Nation' })),
        ...rollups.map((rollup) => figureCell(told, rollup.national, placesIn(told, rollup))),
      ],
      ...unitsOf(first).map(({ named }) => [
        words(named.code),
        words(unitName(told, named, first)),
        ...figures.map((of, at) =>
          figureCell(
            told,
            of.get(named.unit) ?? absenceOf(told, named.unit, first),
            placesIn(told, rollups[at] as IndicatorRollup),
          ),
        ),
      ]),
    ],
    ...signsTold(told, rollups),
  };
}

function headOf({ catalog, voice }: Told, { indicator: id }: IndicatorRollup): string {
  const indicator = catalog.indicators.get(id);
  if (!indicator) return id;
  return `${indicator.names[voice.language]} (${measureText(voice, indicator.unit)})`;
}

function placesIn({ catalog }: Told, { indicator }: IndicatorRollup): number {
  return placesOf(catalog.indicators.get(indicator)?.unit ?? '');
}

/** A figure, or why nothing was reported. */
type Value = (Pick<UnitFigure, 'value' | 'reason'> & Marked) | Texts;

/** The value with its marks, or why there is none. */
function figureCell({ voice }: Told, of: Value, places: number): Cell {
  if ('vi' in of) return words(voice.say(of));
  if (of.value === null) return words(voice.say(reasonTexts[of.reason ?? 'missing']));
  const { text, ...cell } = figure(voice, of.value, places);
  const signs = marks.flatMap(({ sign, isSo }) => (isSo(of) ? [sign] : []));
  return { text: signs.length === 0 ? text : `${text} ${signs.join('')}`, ...cell };
}

/** `partial`: of a unit that it is, of the nation whose figures are. */
type Marked = { approximate?: true; partial?: true | readonly Named[] };

/** What must be known of a figure before it is read: on paper by a sign, in the long table in words. */
const marks: readonly { sign: string; isSo(figure: Marked): boolean; names: Texts }[] = [
  {
    sign: '*',
    isSo: ({ approximate }) => approximate === true,
    names: { vi: 'số ước tính', en: 'approximate' },
  },
  {
    sign: '†',
    isSo: ({ partial }) => partial !== undefined,
    names: {
      vi: 'có phần mới tổng hợp từ một số đơn vị trực thuộc',
      en: 'in part of some of the areas of a unit only',
    },
  },
];

/** The signs that stand in a table. */
function signsTold({ voice }: Told, rollups: readonly IndicatorRollup[]): { note?: string } {
  const figures = rollups.flatMap(({ national, units }): Marked[] => [national, ...units]);
  const told = marks
    .filter(({ isSo }) => figures.some(isSo))
    .map(({ sign, names }) => `${sign} ${voice.say(names)}`);
  if (told.length === 0) return {};
  return { note: `${voice.say({ vi: 'Ký hiệu', en: 'Signs' })}: ${told.join('; ')}.` };
}

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

/** In the workbook and the CSV whole. */
function longTable(told: Told): TableBlock {
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
