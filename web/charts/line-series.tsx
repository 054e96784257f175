import type { Box, PlacedPoint, PlacedSeries } from './line-layout.ts';
import { spreadLabels } from './spread-labels.ts';
import { wrapText } from './text-width.ts';

/**
 * One line with its points; where a period has no figure the line is broken, and a hatched mark stands. A thin point is
 * hollow, and the line to it and from it is dashed.
 */
export function Series({
  placed,
  at,
  hatch,
  bottom,
}: {
  placed: PlacedSeries;
  at: number;
  hatch: string;
  bottom: number;
}) {
  const style = `chart-series chart-series-${placed.series.main ? 'main' : (at % 4) + 1}`;
  return (
    <g class={style}>
      {placed.stretches.map((stretch) => (
        <polyline key={stretch[0]?.at} fill="none" points={pointsOf(stretch)} />
      ))}
      {placed.thin.map(([from, to]) => (
        <polyline key={`${from.at}-${to.at}`} class="chart-thin" fill="none" points={pointsOf([from, to])} />
      ))}
      {placed.points.map(({ at: place, x, y, value }) =>
        y === null ? (
          <rect
            key={place}
            class="chart-missing"
            x={x - 6}
            y={bottom - 14}
            width="12"
            height="14"
            fill={`url(#${hatch})`}
          />
        ) : (
          <circle
            key={place}
            class={value.isThin ? 'chart-dot chart-dot-thin' : 'chart-dot'}
            cx={x}
            cy={y}
            r={value.isThin ? 5 : 4}
          />
        ),
      )}
    </g>
  );
}

function pointsOf(points: readonly PlacedPoint[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)},${(y ?? 0).toFixed(1)}`).join(' ');
}

/** Where there is room the names stand at the ends of their lines. */
export function EndNames({ series, x, box }: { series: readonly PlacedSeries[]; x: number; box: Box }) {
  const wanted = series.map(({ last }) => last?.y ?? box.bottom);
  const places = spreadLabels(wanted, 18, box.top, box.bottom);
  return (
    <>
      {series.map(({ series: { key, name, lang, main } }, at) => (
        <text
          key={key}
          class={main ? 'chart-name main' : 'chart-name'}
          lang={lang}
          x={x}
          y={(places[at] ?? 0) + 5}
        >
          {name}
        </text>
      ))}
    </>
  );
}

/** On a narrow screen the names stand below, each beside a piece of its line. */
export function Key({ series, top, width }: { series: readonly PlacedSeries[]; top: number; width: number }) {
  return (
    <>
      {series.map(({ series: { key, name, lang, main } }, at) => (
        <g key={key} class={`chart-series chart-series-${main ? 'main' : (at % 4) + 1}`}>
          <polyline fill="none" points={`0,${top + at * 22 + 8} 34,${top + at * 22 + 8}`} />
          <circle class="chart-dot" cx={17} cy={top + at * 22 + 8} r={4} />
          <text class={main ? 'chart-name main' : 'chart-name'} lang={lang} x={42} y={top + at * 22 + 13}>
            {wrapText(name, width - 44)[0]}
          </text>
        </g>
      ))}
    </>
  );
}

/** How a thin point is drawn, beside what it is. */
export function ThinKey({ lines, top }: { lines: readonly string[]; top: number }) {
  return (
    <g class="chart-series chart-series-main">
      <polyline class="chart-thin" fill="none" points={`0,${top + 8} 34,${top + 8}`} />
      <circle class="chart-dot chart-dot-thin" cx={17} cy={top + 8} r={5} />
      {lines.map((line, at) => (
        <text key={line} class="chart-axis" x={thinTextAt} y={top + 13 + at * 20}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** Where the words of the key begin. */
export const thinTextAt = 42;
