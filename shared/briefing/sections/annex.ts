import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import { blockId } from '../block-id.ts';
import type { Block, Cell, TableBlock } from '../content.ts';
import { measureText } from '../measures.ts';
import { reasonTexts } from '../reasons.ts';
import { absenceOf, type Draft, figure, placesOf, roundName, type Told, unitName, words } from '../told.ts';
import type { Texts } from '../voice.ts';
import { type Marked, marks, nationCode, roundsIn, type UnitFigure, unitsOf } from './annex-figures.ts';
import { longTable } from './annex-long-table.ts';

/** How many indicators stand beside each other on a page. */
const columnsOnPaper = 6;

/** Every figure of every unit: side by side to be read, and in long form, with its parts, for who computes with it. */
export function annexSection(told: Told): Draft {
  const blocks: Block[] = [...tablesOnPaper(told), longTable(told)];
  return { id: 'annex', title: { vi: 'Toàn bộ số liệu', en: 'Every figure' }, blocks };
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

/** The signs that stand in a table. */
function signsTold({ voice }: Told, rollups: readonly IndicatorRollup[]): { note?: string } {
  const figures = rollups.flatMap(({ national, units }): Marked[] => [national, ...units]);
  const told = marks
    .filter(({ isSo }) => figures.some(isSo))
    .map(({ sign, names }) => `${sign} ${voice.say(names)}`);
  if (told.length === 0) return {};
  const signs = told.join('; ');
  // A workbook's numbers are numbers, without signs.
  const note = voice.say({
    vi: `Ký hiệu: ${signs}. Trong tệp XLSX, nội dung này ghi ở bảng Toàn bộ số liệu.`,
    en: `Signs: ${signs}. In the workbook this stands in the table of every figure.`,
  });
  return { note };
}
