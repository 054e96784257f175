import { geoPath } from 'd3-geo';
import { useId, useMemo } from 'preact/hooks';
import { useWords } from '../app/language.tsx';
import { type MapLayout, mapLayout } from '../map/map-layout.ts';
import type { UnitMap } from '../map/outlines.ts';
import { useMap } from '../map/use-map.ts';
import { Loading } from '../parts/answered.tsx';
import { Notice } from '../parts/notice.tsx';
import { ChartCanvas, type MarkProps } from './chart-canvas.tsx';
import { Hatch } from './hatch.tsx';
import { Inset, InsetName } from './map-inset.tsx';
import { type LegendRow, legendSize, MapLegend } from './map-legend.tsx';
import { type Steps, stepsOf } from './steps.ts';

const words = {
  vi: {
    sea: 'Biển Đông',
    loading: 'Đang tải bản đồ…',
    none: 'Không tải được bản đồ. Số liệu vẫn đủ trong bảng.',
    missing: 'Chưa có số liệu',
    count: (count: number) => `${count} đơn vị`,
  },
  en: {
    sea: 'East Sea',
    loading: 'Loading the map…',
    none: 'The map could not be loaded. The table has all the figures.',
    missing: 'No figure',
    count: (count: number) => `${count} ${count === 1 ? 'unit' : 'units'}`,
  },
};

/** A unit on the map; `text`: the exact figure as it is written, or in words why there is none. */
type MapUnit = {
  unit: string;
  name: string;
  lang?: 'vi';
  value: string | null;
  text: string;
  href?: string;
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
      <Drawn {...{ summary, map, units, outlines, steps, rows, legendTitle }} />
    </div>
  );
}

function Drawn({
  summary,
  map,
  units,
  outlines,
  steps,
  rows,
  legendTitle,
}: {
  summary: string;
  map: '34' | '63';
  units: readonly MapUnit[];
  outlines: UnitMap;
  steps: Steps;
  rows: readonly LegendRow[];
  legendTitle: string;
}) {
  const say = useWords(words);
  const hatch = useId();
  const marks = units.map(({ unit, name, text, href, lang }) => ({
    key: unit,
    label: `${name}: ${text}`,
    href,
    lang,
  }));
  const look = ({ value }: MapUnit) => {
    const step = value === null ? undefined : steps.of(value);
    return step === undefined
      ? { class: 'map-area missing', fill: `url(#${hatch})` }
      : { class: `map-area step-${step.token}` };
  };
  return (
    <ChartCanvas
      summary={summary}
      marks={marks}
      draw={(width, mark, active) => {
        const layout = mapLayout(width, legendSize(rows, legendTitle, width));
        const insetOf = (unit: string) =>
          layout.insets.find(({ archipelago }) => archipelago.units[map] === unit);
        const areas = units.map((unit, at) => (
          <Area key={unit.unit} {...{ unit, layout, outlines, mark: mark(at), look: look(unit) }}>
            {insetOf(unit.unit)}
          </Area>
        ));
        return {
          height: layout.height,
          content: (
            <>
              <Hatch id={hatch} />
              <text class="map-sea" x={layout.sea.x} y={layout.sea.y} text-anchor="middle">
                {say.sea}
              </text>
              {areas}
              {layout.insets.map((inset) => (
                <InsetName key={inset.archipelago.key} inset={inset} />
              ))}
              {/* Drawn again on top, so that no neighbour covers its edge. */}
              {active !== null && units[active] && (
                <path class="map-edge" d={pathOf(units[active].unit, layout, outlines)} />
              )}
              <MapLegend rows={rows} title={legendTitle} place={layout.legend} hatch={hatch} />
            </>
          ),
        };
      }}
    />
  );
}

function Area({
  unit,
  layout,
  outlines,
  mark,
  look,
  children: inset,
}: {
  unit: MapUnit;
  layout: MapLayout;
  outlines: UnitMap;
  mark: MarkProps;
  look: { class: string; fill?: string };
  children: MapLayout['insets'][number] | undefined;
}) {
  return (
    <g {...mark}>
      <path {...look} data-unit={unit.unit} d={pathOf(unit.unit, layout, outlines)} />
      {inset && <Inset inset={inset} look={look} />}
    </g>
  );
}

function pathOf(unit: string, { projection }: MapLayout, outlines: UnitMap): string {
  const outline = outlines.get(unit);
  return (outline && geoPath(projection).digits(1)(outline)) ?? '';
}
