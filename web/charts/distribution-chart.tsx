import { useId } from 'preact/hooks';
import { useLanguage } from '../app/language.tsx';
import { figureText } from '../format/figures.ts';
import { Across } from './bar-chart.tsx';
import { type BarMark, markAt } from './bar-layout.ts';
import { ChartCanvas, markOf } from './chart-canvas.tsx';
import { type DistributionLayout, type DistributionUnit, distributionLayout } from './distribution-layout.ts';
import { Hatch } from './hatch.tsx';
import { textWidth } from './text-width.ts';
import { pixelNumber } from './value-axis.ts';

/**
 * How units are spread: a dot each at its value, one of them named. Those without a figure stand hatched below, with
 * `missingText` beside them (how many there are, in words).
 */
export function DistributionChart({
  summary,
  units,
  target,
  nation,
  missingText,
}: {
  summary: string;
  units: readonly DistributionUnit[];
  target?: BarMark | undefined;
  nation?: BarMark | undefined;
  missingText: string;
}) {
  const language = useLanguage();
  const hatch = useId();
  // The arrow keys walk from the least to the most, then to those without a figure.
  const ordered = [...units].sort(byValue);
  const marks = ordered.map(markOf);
  return (
    <ChartCanvas
      summary={summary}
      marks={marks}
      draw={(width, mark) => {
        const values = [target, nation]
          .map((each) => pixelNumber(each?.value))
          .filter((each) => each !== null);
        const layout = distributionLayout(units, values, { left: 16, right: width - 16, most: 150 });
        const rows = Number(target !== undefined) + Number(nation !== undefined);
        const main = layout.dots.find(({ unit }) => unit.main);
        const line = rows * 20 + (main ? 24 : 8) + layout.rise + layout.radius * 2;
        const height = line + 34 + (layout.missing.length > 0 ? 30 : 0);
        const across = (each: BarMark | undefined, row: number) =>
          markAt(each, { axis: layout.axis, line: row, width });
        return {
          height,
          content: (
            <>
              <Hatch id={hatch} />
              <Scale layout={layout} line={line} width={width} text={(tick) => figureText(tick, language)} />
              <Across kind="target" mark={across(target, 0)} height={line + 8} />
              <Across kind="nation" mark={across(nation, target === undefined ? 0 : 1)} height={line + 8} />
              {layout.dots.map(({ unit, x, y }) => (
                <g key={unit.key} {...mark(ordered.indexOf(unit))}>
                  <circle
                    class={unit.main ? 'chart-unit main' : 'chart-unit'}
                    cx={x}
                    cy={line + y - layout.radius}
                    r={layout.radius}
                  />
                </g>
              ))}
              {main && (
                <MainName dot={main} top={rows * 20 + 16} line={line} radius={layout.radius} width={width} />
              )}
              {layout.missing.map((unit, at) => (
                <g key={unit.key} {...mark(ordered.indexOf(unit))}>
                  <circle
                    class="chart-missing"
                    cx={16 + at * 14}
                    cy={line + 48}
                    r={6}
                    fill={`url(#${hatch})`}
                  />
                </g>
              ))}
              {layout.missing.length > 0 && (
                <text class="chart-axis" x={24 + layout.missing.length * 14} y={line + 53}>
                  {missingText}
                </text>
              )}
            </>
          ),
        };
      }}
    />
  );
}

function byValue(a: DistributionUnit, b: DistributionUnit): number {
  const [x, y] = [pixelNumber(a.value), pixelNumber(b.value)];
  return (x ?? Number.POSITIVE_INFINITY) - (y ?? Number.POSITIVE_INFINITY) || 0;
}

function Scale({
  layout,
  line,
  width,
  text,
}: {
  layout: DistributionLayout;
  line: number;
  width: number;
  text: (tick: string) => string;
}) {
  return (
    <g>
      <line class="chart-base" x1={0} x2={width} y1={line + 1} y2={line + 1} />
      {layout.axis.ticks.map((tick) => (
        <g key={tick.text}>
          <line class="chart-base" x1={tick.at} x2={tick.at} y1={line + 1} y2={line + 6} />
          <text
            class="chart-axis"
            x={within(tick.at, text(tick.text), width)}
            y={line + 22}
            text-anchor="middle"
          >
            {text(tick.text)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The middle of words on an axis, so that they end on the drawing. */
function within(x: number, text: string, width: number): number {
  const half = textWidth(text, 13) / 2;
  return Math.min(Math.max(x, half), width - half);
}

/** The name of the one unit, above the pile, with a line down to its dot. */
function MainName({
  dot: { unit, x, y },
  top,
  line,
  radius,
  width,
}: {
  dot: DistributionLayout['dots'][number];
  top: number;
  line: number;
  radius: number;
  width: number;
}) {
  const text = `${unit.name}: ${unit.text}`;
  const half = textWidth(text) / 2;
  const centre = Math.min(Math.max(x, half), Math.max(half, width - half));
  return (
    <g>
      <line class="chart-leader" x1={x} x2={x} y1={top + 4} y2={line + y - radius * 2} />
      <text class="chart-name main" x={centre} y={top} text-anchor="middle">
        {text}
      </text>
    </g>
  );
}
