import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useWords } from '../app/language.tsx';
import { useWidth } from './use-width.ts';

const words = {
  vi: {
    hint: 'Dùng phím mũi tên để xem từng số; Enter để mở trang của đơn vị.',
    only: 'Dùng phím mũi tên để xem từng số.',
    tap: 'Chạm vào đơn vị để mở trang của đơn vị.',
    tapOnly: 'Chạm vào biểu đồ để xem từng số.',
  },
  en: {
    hint: 'Use the arrow keys to read each figure; Enter opens its page.',
    only: 'Use the arrow keys to read each figure.',
    tap: 'Tap a unit to open its page.',
    tapOnly: 'Tap the chart to read each figure.',
  },
};

/** Something in a chart that can be read by itself: what it says, and where it leads. */
export type Mark = { key: string; label: string; href?: string | undefined; lang?: 'vi' | undefined };

/** What a unit's bar, dot or area says: its name and its figure. */
export function markOf({
  key,
  name,
  text,
  href,
  lang,
}: Pick<Mark, 'key' | 'href' | 'lang'> & { name: string; text: string }): Mark {
  return { key, label: `${name}: ${text}`, href, lang };
}

/** Spread on the element that draws a mark. */
export type MarkProps = Pick<JSX.SVGAttributes<SVGGElement>, 'role' | 'id' | 'class' | 'lang'> & {
  'aria-label': string;
  'aria-selected': boolean;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  onClick: () => void;
};
type Drawing = { height: number; content: ComponentChildren };

/**
 * The ground on which a chart is drawn, as wide as its place. It is one stop of the Tab key; the arrow keys walk through
 * its marks, and what the mark says stands below the chart (and is read out). Without marks it is one picture.
 * @param summary the main thing that the chart says, in a sentence
 */
export function ChartCanvas({
  summary,
  marks,
  draw,
}: {
  summary: string;
  marks: readonly Mark[];
  draw: (width: number, mark: (at: number) => MarkProps, active: number | null) => Drawing;
}) {
  const say = useWords(words);
  const { route } = useLocation();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [active, setActive] = useState<number | null>(null);
  const shown = active === null ? undefined : marks[active];
  const follow = (at: number) => {
    const href = marks[at]?.href;
    if (href !== undefined) route(href);
  };
  const markProps = (at: number): MarkProps => ({
    role: 'option',
    id: `${id}-${at}`,
    class: `chart-mark${marks[at]?.href === undefined ? '' : ' leads'}${at === active ? ' active' : ''}`,
    'aria-label': marks[at]?.label ?? '',
    'aria-selected': at === active,
    ...(marks[at]?.lang === undefined ? {} : { lang: marks[at]?.lang }),
    onPointerEnter: () => setActive(at),
    onPointerLeave: () => setActive(null),
    onClick: () => follow(at),
  });
  const { height, content } = draw(width, markProps, active);
  const hasLinks = marks.some(({ href }) => href !== undefined);
  const hint = hasLinks ? say.hint : say.only;
  return (
    <div class="chart" ref={place}>
      <svg
        class="chart-drawing"
        viewBox={`0 0 ${width} ${height}`}
        role={marks.length === 0 ? 'img' : 'listbox'}
        aria-label={summary}
        {...(marks.length === 0
          ? {}
          : {
              tabIndex: 0,
              'aria-describedby': `${id}-hint`,
              'aria-activedescendant': shown === undefined ? undefined : `${id}-${active}`,
              onFocus: () => setActive((now) => now ?? 0),
              onBlur: () => setActive(null),
              onKeyDown: (event: KeyboardEvent) => {
                if (event.key === 'Enter' && active !== null) follow(active);
                const next = placeAfter(event.key, active, marks.length);
                if (next === undefined) return;
                event.preventDefault();
                setActive(next);
              },
            })}
      >
        {content}
      </svg>
      {marks.length > 0 && (
        <>
          <p class="chart-readout" lang={shown?.lang} aria-hidden="true">
            {shown?.label ?? (
              <>
                <span class="chart-by-key">{hint}</span>
                <span class="chart-by-touch">{hasLinks ? say.tap : say.tapOnly}</span>
              </>
            )}
          </p>
          <p class="unseen" id={`${id}-hint`}>
            {hint}
          </p>
        </>
      )}
    </div>
  );
}

/** Which mark a key leads to; undefined: it is none of the chart's keys. */
function placeAfter(key: string, active: number | null, count: number): number | null | undefined {
  const last = count - 1;
  if (key === 'ArrowRight' || key === 'ArrowDown') return active === null ? 0 : Math.min(last, active + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return active === null ? last : Math.max(0, active - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'Escape') return null;
  return undefined;
}
