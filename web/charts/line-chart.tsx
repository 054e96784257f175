import { useId } from 'preact/hooks';
import { useLanguage, useWords } from '../app/language.tsx';
import { figureText } from '../format/figures.ts';
import { ChartCanvas, type Mark, type MarkProps } from './chart-canvas.tsx';
import { Hatch } from './hatch.tsx';
import { type Box, type LineGiven, type LineLayout, lineBox, lineLayout } from './line-layout.ts';
import { EndNames, Key, Series, ThinKey, thinTextAt } from './line-series.tsx';
import { textWidth, wrapText } from './text-width.ts';

const words = {
  vi: { merger: 'Sáp nhập tỉnh 01/07/2025', missing: 'chưa có số liệu' },
  en: { merger: 'Provinces merged 1 July 2025', missing: 'no figure' },
};
const plotHeight = 260;
const bottomRoom = 30;

/**
 * Figures over time. Missing is a gap and a hatched mark, never zero; the merger of 2025-07-01 is a labelled line, at
 * which a series that follows the map of its periods is broken. The arrow keys read it period by period.
 */
export function LineChart({ summary, ...given }: LineGiven & { summary: string }) {
  const language = useLanguage();
  const say = useWords(words);
  const hatch = useId();
  const marks = given.periods.map(({ code, label }, at): Mark => {
    const figures = given.series.map(({ name, points }) => {
      const text = points[at]?.text ?? say.missing;
      return given.series.length === 1 ? text : `${name} ${text}`;
    });
    return { key: code, label: `${label}: ${figures.join('; ')}` };
  });
  return (
    <ChartCanvas
      summary={summary}
      marks={marks}
      draw={(width, mark, active) => {
        const names = given.series.map(({ name }) => name);
        const widest = Math.max(0, ...names.map((name) => textWidth(name)));
        const isBeside = given.series.length > 1 && widest < width * 0.32;
        const isBelow = given.series.length > 1 && !isBeside;
        const top = given.target ? 44 : 26;
        const place = { top, bottom: top + plotHeight, end: isBeside ? widest + 16 : 18, width };
        const box = lineBox(given, place, (tick) => figureText(tick, language));
        const layout = lineLayout(given, box);
        const keyRows = isBelow ? given.series.length * 22 + 6 : 0;
        const thinLines =
          given.thinText === undefined ? [] : wrapText(given.thinText, width - thinTextAt, 13);
        const thinTop = box.bottom + bottomRoom + keyRows + 4;
        return {
          height: box.bottom + bottomRoom + keyRows + (thinLines.length > 0 ? thinLines.length * 20 + 6 : 0),
          content: (
            <>
              <Hatch id={hatch} />
              <g>
                {layout.y.ticks.map(({ at, text }) => (
                  <g key={text}>
                    <line class="chart-grid" x1={box.left} x2={box.right} y1={at} y2={at} />
                    <text class="chart-axis" x={box.left - 8} y={at + 4} text-anchor="end">
                      {figureText(text, language)}
                    </text>
                  </g>
                ))}
                {layout.periods
                  .filter(({ written }) => written)
                  .map(({ label, x }) => (
                    <text key={label} class="chart-axis" x={x} y={box.bottom + 20} text-anchor="middle">
                      {label}
                    </text>
                  ))}
                <Merger x={layout.mergerX} box={box} text={say.merger} />
                <Target layout={layout} text={given.target?.text} box={box} />
                {layout.series.map((placed, at) => (
                  <Series key={placed.series.key} placed={placed} at={at} hatch={hatch} bottom={box.bottom} />
                ))}
                {layout.figures.map(({ at, x, y, anchor, text }) => (
                  <text key={at} class="chart-figure" x={x} y={y} text-anchor={anchor}>
                    {text}
                  </text>
                ))}
                {isBeside && <EndNames series={layout.series} x={box.right + 10} box={box} />}
                {isBelow && <Key series={layout.series} top={box.bottom + bottomRoom + 4} width={width} />}
                {thinLines.length > 0 && <ThinKey lines={thinLines} top={thinTop} />}
              </g>
              <Columns layout={layout} box={box} mark={mark} active={active} />
            </>
          ),
        };
      }}
    />
  );
}

function Merger({ x, box, text }: { x: number | null; box: Box; text: string }) {
  if (x === null) return null;
  const isLeft = x + textWidth(text, 13) + 6 > box.right;
  return (
    <>
      <line class="chart-merger" x1={x} x2={x} y1={box.top - 8} y2={box.bottom} />
      <text
        class="chart-axis"
        x={isLeft ? x - 5 : x + 5}
        y={box.top - 10}
        text-anchor={isLeft ? 'end' : 'start'}
      >
        {text}
      </text>
    </>
  );
}

/** The words of the target stand in the first row, whatever lies below: they meet no line. */
function Target({ layout, text, box }: { layout: LineLayout; text: string | undefined; box: Box }) {
  if (layout.targetY === null || text === undefined) return null;
  return (
    <>
      <line class="chart-target" x1={box.left} x2={box.right} y1={layout.targetY} y2={layout.targetY} />
      <line class="chart-target" x1={box.left} x2={box.left + 22} y1={11} y2={11} />
      <text class="chart-target-text" x={box.left + 28} y={16}>
        {text}
      </text>
    </>
  );
}

/** A strip for each period: pointing at it reads its figures. */
function Columns({
  layout,
  box,
  mark,
  active,
}: {
  layout: LineLayout;
  box: Box;
  mark: (at: number) => MarkProps;
  active: number | null;
}) {
  return (
    <>
      {layout.periods.map(({ label, x }, at) => {
        const before = layout.periods[at - 1]?.x ?? x - 40;
        const after = layout.periods[at + 1]?.x ?? x + 40;
        const left = Math.max(box.left - 20, (before + x) / 2);
        const right = Math.min(box.right + 18, (x + after) / 2);
        return (
          <g key={label} {...mark(at)}>
            <rect
              class="chart-strip"
              x={left}
              y={box.top}
              width={right - left}
              height={box.bottom - box.top}
            />
            {active === at && <line class="chart-cursor" x1={x} x2={x} y1={box.top} y2={box.bottom} />}
          </g>
        );
      })}
    </>
  );
}
