import { useMemo } from 'preact/hooks';
import { useWords } from '../app/language.tsx';
import { useMap } from '../map/use-map.ts';
import { Loading } from '../parts/answered.tsx';
import { Notice } from '../parts/notice.tsx';
import { MapDrawing, type MapUnit } from './map-drawing.tsx';
import type { LegendRow } from './map-legend.tsx';
import { stepsOf } from './steps.ts';

const words = {
  vi: {
    loading: 'Đang tải bản đồ…',
    none: 'Không tải được bản đồ. Số liệu vẫn đủ trong bảng.',
    missing: 'Chưa có số liệu',
    count: (count: number) => `${count} đơn vị`,
  },
  en: {
    loading: 'Loading the map…',
    none: 'The map could not be loaded. The table has all the figures.',
    missing: 'No figure',
    count: (count: number) => `${count} ${count === 1 ? 'unit' : 'units'}`,
  },
};

/**
 * Units by value in at most five steps of one colour, whose bounds the legend names; what is missing is hatched and
 * named. Hoàng Sa and Trường Sa are insets, coloured as Đà Nẵng and Khánh Hòa.
 * @param map of which units the figures are: today's 34, or the 63 before 2025-07-01
 * @param units every unit of the map, those without a figure too
 * @param figure how a bound of the legend is written
 */
export function Choropleth({
  summary,
  map,
  units,
  legendTitle,
  figure,
}: {
  summary: string;
  map: '34' | '63';
  units: readonly MapUnit[];
  legendTitle: string;
  figure: (decimal: string) => string;
}) {
  const say = useWords(words);
  const outlines = useMap(map);
  const steps = useMemo(
    () => stepsOf(units.flatMap(({ value }) => (value === null ? [] : [value]))),
    [units],
  );
  if (outlines === 'none') return <Notice kind="warning">{say.none}</Notice>;
  if (outlines === 'loading') return <Loading label={say.loading} />;
  const rows = steps.steps.map(
    ({ least, most, count, token }): LegendRow => ({
      token,
      text: `${least === most ? figure(least) : `${figure(least)} – ${figure(most)}`} (${say.count(count)})`,
    }),
  );
  const missing = units.filter(({ value }) => value === null).length;
  if (missing > 0) rows.push({ token: 'missing', text: `${say.missing} (${say.count(missing)})` });
  return (
    <div class="map-place">
      <MapDrawing {...{ summary, map, units, outlines, steps, rows, legendTitle }} />
    </div>
  );
}
