import { useId } from 'preact/hooks';
import { ChartCanvas } from '../../charts/chart-canvas.tsx';
import { Hatch } from '../../charts/hatch.tsx';
import { type BarGroup, groupedBars } from './grouped-layout.ts';

/**
 * Groups of bars on one scale, a bar for each unit, each within a frame of the most that its group can have. Without a
 * figure there is a hatched stump with the reason in words.
 */
export function GroupedBars({ summary, groups }: { summary: string; groups: readonly BarGroup[] }) {
  const hatch = useId();
  const marks = groups.flatMap((group) =>
    group.bars.map(({ key, name, text }) => ({
      key: `${group.code} ${key}`,
      // With what is written beside the bar as it is written: what is seen is in the name (WCAG 2.5.3).
      label: `${group.name}: ${name} ${text}`,
    })),
  );
  return (
    <ChartCanvas
      summary={summary}
      marks={marks}
      draw={(width, mark) => {
        const layout = groupedBars(groups, width);
        return {
          height: layout.height,
          content: (
            <>
              <Hatch id={hatch} />
              {layout.heads.map(({ text, y }) => (
                <text key={text} class="chart-name main" x={0} y={y}>
                  {text}
                </text>
              ))}
              {layout.bars.map(({ bar, group, ...at }, place) => (
                <g key={`${group} ${bar.key}`} {...mark(place)}>
                  <rect class="chart-strip" x={0} y={at.top} width={width} height={at.strip} />
                  <text class="chart-name" x={at.nameX} y={at.nameY} text-anchor={at.nameAnchor}>
                    {bar.name}
                  </text>{' '}
                  <rect class="compare-frame" x={at.x} y={at.y} width={at.frame} height={at.height} />
                  <rect
                    class={bar.value === null ? 'chart-missing' : `chart-bar compare-bar-${at.order}`}
                    x={at.x}
                    y={at.y}
                    width={at.width}
                    height={at.height}
                    {...(bar.value === null ? { fill: `url(#${hatch})` } : {})}
                  />
                  <text
                    class={bar.value === null ? 'chart-figure absent' : 'chart-figure'}
                    x={at.textX}
                    y={at.y + at.height - 3}
                  >
                    {bar.text}
                  </text>
                </g>
              ))}
            </>
          ),
        };
      }}
    />
  );
}
