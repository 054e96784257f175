import { geoPath } from 'd3-geo';
import { useId } from 'preact/hooks';
import { useWords } from '../app/language.tsx';
import { type MapLayout, mapLayout } from '../map/map-layout.ts';
import type { UnitMap } from '../map/outlines.ts';
import { ChartCanvas, type MarkProps, markOf } from './chart-canvas.tsx';
import { Hatch } from './hatch.tsx';
import { Inset, InsetName } from './map-inset.tsx';
import { type LegendRow, legendSize, MapLegend } from './map-legend.tsx';
import type { Steps } from './steps.ts';

const words = { vi: { sea: 'Biển Đông' }, en: { sea: 'East Sea' } };

/** A unit on the map; `text`: the exact figure as it is written, or in words why there is none. */
export type MapUnit = {
  unit: string;
  name: string;
  lang?: 'vi';
  value: string | null;
  text: string;
  href?: string;
};

/** The map itself: each unit in the colour of its step, the insets, the sea and the legend. */
export function MapDrawing({
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
  const marks = units.map((unit) => markOf({ key: unit.unit, ...unit }));
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
