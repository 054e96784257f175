import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type CheckDesk, CheckFailure } from '../../engine/check-desk.ts';
import type { CheckSummary, LinePage, LineView } from '../../engine/check-messages.ts';
import { stepFrom } from './finding-words.ts';
import { LineFinder, type LinePlace } from './line-finder.ts';

const everyLine: LineView = { show: 'all', search: '' };

/** The lines that are shown, and the way through the findings. */
export type Lines = {
  view: LineView;
  /** What is shown, and of which view: a page that was asked for is still on its way else. */
  page: (LinePage & { of: LineView }) | null;
  isBroken: boolean;
  /** The finding at which the reader is, by its number in the list; null: at none yet. */
  at: number | null;
  show(view: LineView, page?: number): void;
  goTo(finding: number): void;
  step(by: 1 | -1): void;
};

/** Asks the worker for the lines of a view, a page at a time; the focus follows the finding that is gone to. */
export function useLines(desk: CheckDesk, { findings }: CheckSummary): Lines {
  const [wanted, setWanted] = useState<LinePlace>({ view: everyLine, page: 0 });
  const [page, setPage] = useState<Lines['page']>(null);
  const [isBroken, setBroken] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const focusOn = useRef<string | null>(null);
  useEffect(() => {
    let isOver = false;
    desk.ask('page', wanted).then(
      (answer) => {
        if (!isOver) setPage({ ...answer, of: wanted.view });
      },
      (fault) => {
        if (!isOver) setBroken((before) => before || !isStopped(fault));
      },
    );
    return () => {
      isOver = true;
    };
  }, [desk, wanted]);
  useLayoutEffect(() => {
    if (focusOn.current !== null && focus(focusOn.current)) focusOn.current = null;
  });

  const finder = useMemo(() => new LineFinder(desk), [desk]);
  const goTo = async (number: number) => {
    const place = findings[number]?.place;
    setAt(number);
    if (!place) {
      finder.leave();
      focus(`finding-${number}`);
      return;
    }
    try {
      const found = await finder.find(place.line, wanted.view);
      if (found === null) return;
      focusOn.current = `line-${place.line}-${place.part}`;
      setWanted(found);
    } catch (fault) {
      setBroken((before) => before || !isStopped(fault));
    }
  };
  return {
    view: wanted.view,
    page,
    isBroken,
    at,
    show: (view, at = 0) => {
      finder.leave();
      setWanted({ view, page: at });
    },
    goTo: (number) => void goTo(number),
    step: (by) => {
      const next = stepFrom(at, by, findings.length);
      if (next !== null) void goTo(next);
    },
  };
}

/** Another file was chosen: nothing is broken. */
function isStopped(fault: unknown): boolean {
  return fault instanceof CheckFailure && fault.trouble === 'stopped';
}

/** @returns false where it is not on the page yet */
function focus(id: string): boolean {
  const found = document.getElementById(id);
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'center', inline: 'nearest' });
  return found !== null;
}
