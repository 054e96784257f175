import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import type { Block } from '../content.ts';
import { type Draft, roundName, type Told, unitName } from '../told.ts';

type UnitFigure = IndicatorRollup['units'][number];
/** More are counted, and not named. */
const mostNamed = 12;

/** What must be known of the figures before they are relied on; what is not in the snapshot is not told. */
export function qualitySection(told: Told): Draft {
  const items = notes(told);
  const none = told.voice.say({
    vi: 'Không có lưu ý nào về chất lượng số liệu.',
    en: 'There is nothing to note about the quality of the figures.',
  });
  const blocks: Block[] = items.length > 0 ? [{ kind: 'list', items }] : [{ kind: 'paragraph', text: none }];
  return {
    id: 'quality',
    title: { vi: 'Lưu ý về chất lượng số liệu', en: 'Notes on the quality of data' },
    blocks,
  };
}

function notes(told: Told): string[] {
  const { voice } = told;
  return [
    ...about(told, (figure) => figure.partial === true, {
      vi: 'Số liệu mới tổng hợp từ một phần các đơn vị trực thuộc (được tính vào kết quả cả nước, không xếp hạng)',
      en: 'Figures of some of the areas of a unit only (counted in the nation, not ranked)',
    }),
    ...about(told, (figure) => figure.areasDiffer !== undefined, {
      vi: 'Số liệu toàn đơn vị khác với tổng của các đơn vị trực thuộc (lấy số liệu toàn đơn vị)',
      en: 'The figure of the whole unit differs from the sum of its areas (the whole is taken)',
    }),
    ...about(told, ({ reason }) => reason === 'parts-missing', {
      vi: 'Thiếu số liệu của một phần các đơn vị hợp thành nên không tính',
      en: 'Not told, since some of the units that it is made of gave no figure',
    }),
    ...about(told, ({ reason }) => reason === 'no-denominator', {
      vi: 'Mẫu số bằng 0 nên không có tỷ lệ (0/0)',
      en: 'No ratio, since the denominator is 0 (0/0)',
    }),
    ...about(told, ({ reason }) => reason === 'missing', {
      vi: 'Đơn vị đã báo cáo nhưng không có số liệu này',
      en: 'The unit reported without this figure',
    }),
    ...about(told, ({ approximate }) => approximate === true, {
      vi: 'Số liệu được báo cáo là số ước tính',
      en: 'Figures that were reported as approximate',
    }),
    ...nationalNotes(told),
    ...unsureDays(told),
    voice.say({
      vi: 'Kết quả cả nước được tính từ các đơn vị đã báo cáo; đơn vị chưa báo cáo không được tính là 0.',
      en: "The nation's results are of the units that reported; a unit that did not is not counted as 0.",
    }),
  ];
}

/** A note on every figure of a kind, by indicator, with the units that it is about. */
function about(
  told: Told,
  isSo: (figure: UnitFigure) => boolean,
  texts: { vi: string; en: string },
): string[] {
  const { voice } = told;
  const found = told.now.indicators.flatMap((rollup) => {
    const units = rollup.units.filter(isSo);
    return units.length === 0 ? [] : [{ rollup, units }];
  });
  if (found.length === 0) return [];
  const count = found.reduce((sum, { units }) => sum + units.length, 0);
  const named = found.slice(0, mostNamed).map(({ rollup, units }) => {
    const names = units.slice(0, mostNamed).map((unit) => unitName(told, unit, rollup));
    const more = units.length - names.length;
    const rest = more > 0 ? voice.say({ vi: ` và ${more} đơn vị khác`, en: ` and ${more} more` }) : '';
    const all = units.length === rollup.coverage.expected && units.length > mostNamed;
    const whom = all
      ? voice.say({ vi: 'tất cả các đơn vị', en: 'every unit' })
      : `${names.join(', ')}${rest}`;
    return `${indicatorName(told, rollup)} (${whom})`;
  });
  const more = found.length - named.length;
  const rest =
    more > 0 ? voice.say({ vi: `; và ${more} chỉ tiêu khác`, en: `; and ${more} more indicators` }) : '';
  return [
    `${voice.say(texts)}: ${voice.number(count)} ${voice.say({ vi: 'số liệu', en: count === 1 ? 'figure' : 'figures' })}. ${named.join('; ')}${rest}.`,
  ];
}

/** What could not become a figure of the nation. */
function nationalNotes(told: Told): string[] {
  const { voice } = told;
  const refused = told.now.indicators.filter(({ national }) => national.reason === 'not-additive');
  if (refused.length === 0) return [];
  const names = voice.list(refused.map((rollup) => indicatorName(told, rollup)));
  return [
    voice.say({
      vi: `Không tổng hợp được thành số liệu cả nước (không cộng gộp được): ${names}.`,
      en: `Not carried to a figure of the nation, since such figures cannot be added up: ${names}.`,
    }),
  ];
}

function unsureDays(told: Told): string[] {
  const { voice } = told;
  return told.now.coverages
    .filter(({ dueIsSure }) => !dueIsSure)
    .map((coverage) =>
      voice.say({
        vi: `${roundName(told, coverage)}: lịch nghỉ quanh hạn báo cáo chưa được công bố đủ.`,
        en: `${roundName(told, coverage)}: the holidays around the due day are not all announced.`,
      }),
    );
}

function indicatorName({ catalog, voice }: Told, { indicator }: IndicatorRollup): string {
  return catalog.indicators.get(indicator)?.names[voice.language] ?? indicator;
}
