import { useId } from 'preact/hooks';
import { type BarGiven, barLayout, type PlacedBar, type PlacedMark } from './bar-layout.ts';
import { ChartCanvas, markOf } from './chart-canvas.tsx';
import { Hatch } from './hatch.tsx';

/**
 * Units by value, one bar each, in the order in which they are given. A bar begins at zero; where there is no figure it
 * is a hatched stump with the reason in words. The target and the nation are lines across all bars.
 */
export function BarChart({ summary, rows, target, nation }: BarGiven & { summary: string }) {
  const hatch = useId();
  const marks = rows.map(markOf);
  return (
    <ChartCanvas
      summary={summary}
      marks={marks}
      draw={(width, mark) => {
        const layout = barLayout({ rows, target, nation }, width);
        return {
          height: layout.height,
          content: (
            <>
              <Hatch id={hatch} />
              <line
                class="chart-base"
                x1={layout.zeroX}
                x2={layout.zeroX}
                y1={layout.top}
                y2={layout.height - 4}
              />
              {layout.bars.map(({ row, ...bar }, at) => (
                <g key={row.key} {...mark(at)}>
                  <rect class="chart-strip" x={0} y={bar.top} width={width} height={layout.strip} />
                  <rect
                    class={row.value === null ? 'chart-missing' : row.main ? 'chart-bar main' : 'chart-bar'}
                    x={bar.x}
                    y={bar.y}
                    width={bar.width}
                    height={bar.height}
                    {...(row.value === null ? { fill: `url(#${hatch})` } : {})}
                  />
                </g>
              ))}
              <Across kind="target" mark={layout.target} height={layout.height} />
              <Across kind="nation" mark={layout.nation} height={layout.height} />
              {/* Over the lines: a longer reason for no figure may reach one of them. */}
              {layout.bars.map((bar) => (
                <BarWords key={bar.row.key} bar={bar} />
              ))}
            </>
          ),
        };
      }}
    />
  );
}

/** Name and figure of a bar; its mark says both, so that they are words on top of it and no part of it. */
function BarWords({ bar: { row, ...bar } }: { bar: PlacedBar }) {
  return (
    <g class="chart-words">
      <text
        class={row.main ? 'chart-name main' : 'chart-name'}
        lang={row.lang}
        x={bar.nameX}
        y={bar.nameY}
        text-anchor={bar.nameX === 0 ? 'start' : 'end'}
      >
        {row.name}
      </text>
      <text
        class={row.value === null ? 'chart-figure absent' : 'chart-figure'}
        x={bar.textX}
        y={bar.y + bar.height - 3}
        text-anchor={bar.textAnchor}
      >
        {row.text}
      </text>
    </g>
  );
}

/** A line across what is held against it, with its words above. */
export function Across({
  kind,
  mark,
  height,
}: {
  kind: 'target' | 'nation';
  mark: PlacedMark | null;
  height: number;
}) {
  if (mark === null) return null;
  return (
    <g>
      <line class={`chart-${kind}`} x1={mark.x} x2={mark.x} y1={mark.textY - 10} y2={height - 4} />
      <text class={`chart-${kind}-text`} x={mark.textX} y={mark.textY} text-anchor={mark.anchor}>
        {mark.text}
      </text>
    </g>
  );
}
