import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus to what has just been drawn, before anything else can be typed or pressed: an effect that waits for
 * the picture would take it away again from whoever was faster.
 * @param when a new value asks anew
 * @param isWanted false: it is left where it is
 * @returns what is to have it; it needs `tabIndex={-1}` where the keyboard does not reach it
 */
export function useFocus<E extends HTMLElement>(when: unknown = null, isWanted = true): RefObject<E> {
  const place = useRef<E>(null);
  useLayoutEffect(() => {
    if (isWanted) place.current?.focus();
  }, [when]);
  return place;
}
