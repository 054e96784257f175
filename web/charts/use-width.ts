import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * The width of an element in user units, a sixteenth of the page's rem each, so that what is drawn grows with the
 * reader's letters. A hidden element keeps the width that it had.
 */
export function useWidth(element: RefObject<HTMLElement>, first = 640): number {
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const observed = element.current;
    if (observed === null) return;
    const measure = () => {
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
      const now = Math.floor(observed.clientWidth / unit);
      if (now > 0) setWidth(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
