import { textWidth, wrapText } from './text-width.ts';

export type LegendRow = { token: 1 | 2 | 3 | 4 | 5 | 'missing'; text: string };

const rowHeight = 24;
const titleHeight = 18;

/** How much room a legend needs; its title is wrapped to what its rows need, and at least 190. */
export function legendSize(rows: readonly LegendRow[], title: string, most: number) {
  const width = Math.min(most, Math.max(190, ...rows.map(({ text }) => textWidth(text) + 38)));
  return { width, height: titleLines(title, width).length * titleHeight + 6 + rows.length * rowHeight };
}

function titleLines(title: string, width: number): string[] {
  return wrapText(title, width);
}

/** The steps of the colour with their bounds, and what the hatching means. */
export function MapLegend({
  rows,
  title,
  place,
  hatch,
}: {
  rows: readonly LegendRow[];
  title: string;
  place: { x: number; y: number };
  hatch: string;
}) {
  const { width } = legendSize(rows, title, Number.POSITIVE_INFINITY);
  const lines = titleLines(title, width);
  const top = place.y + lines.length * titleHeight + 6;
  return (
    <g class="map-legend">
      {lines.map((line, at) => (
        <text key={line} class="chart-name main" x={place.x} y={place.y + 13 + at * titleHeight}>
          {line}
        </text>
      ))}
      {rows.map(({ token, text }, at) => (
        <g key={text}>
          <rect
            class={token === 'missing' ? 'map-area missing' : `map-area step-${token}`}
            x={place.x}
            y={top + at * rowHeight}
            width="28"
            height="18"
            {...(token === 'missing' ? { fill: `url(#${hatch})` } : {})}
          />
          <text class="chart-name" x={place.x + 36} y={top + at * rowHeight + 14}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
