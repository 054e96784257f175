import type { ChartBlock } from '../content.ts';
import { type Language, voiceOf } from '../voice.ts';
import { escapeHtml as escaped } from './escape-html.ts';
import { layoutWord } from './words.ts';

/**
 * A chart as bars that are as wide as the page: each an SVG of its own beside its words, so that what is read keeps its
 * size on every screen. The figures stand in the table beside it and at each bar, in full.
 */
export function chartFigure(block: ChartBlock, language: Language, caption: string): string {
  const { categories, series, unit } = block;
  const most = Math.max(
    1e-9,
    unit === '%' ? 100 : 0,
    ...series.flatMap(({ values }) => values.map((value) => Number(value ?? 0))),
  );
  const rows = categories.map((category, at) => {
    const bars = series.map(({ values }, of) => bar({ value: values[at] ?? null, most, of, language, unit }));
    return `<div class="bar"><dt>${escaped(category)}</dt><dd>${bars.join('')}</dd></div>`;
  });
  const legend =
    series.length < 2
      ? ''
      : `<p class="legend">${series.map(({ name }, of) => `<span class="key s${of}">${escaped(name)}</span>`).join(' ')}</p>`;
  return `<figure class="chart" id="${escaped(block.id)}">${legend}<dl>${rows.join('\n')}</dl><figcaption>${escaped(caption)}</figcaption></figure>`;
}

type Bar = { value: string | null; most: number; of: number; language: Language; unit: string };

/** Drawn no shorter than nothing; what is below zero is read at its end. */
function bar({ value, most, of, language, unit }: Bar): string {
  const text =
    value === null
      ? layoutWord('noFigure', language)
      : `${voiceOf(language).number(value)}${unit === '%' ? '%' : ` ${unit}`}`;
  const width = value === null ? 0 : Math.max(0, Math.min(100, (Number(value) / most) * 100));
  return `<span class="drawn"><svg class="s${of}" aria-hidden="true" focusable="false" height="14"><rect class="track" width="100%" height="14"/><rect width="${width.toFixed(2)}%" height="14"/></svg><span class="value">${escaped(text)}</span></span>`;
}
