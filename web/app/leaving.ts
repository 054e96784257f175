import { ownPages } from './own-pages.ts';

/** What is asked before the page is left, and the address that it has; null: nothing holds it. */
let held: { ask: () => boolean; here: string } | null = null;

/**
 * Begins to hear who would leave the page. Called once, by main.tsx, before the router is there: of what the Back button
 * does the one is told first that listened first.
 */
export function followLeaving(): void {
  addEventListener('click', onClick, { capture: true });
  addEventListener('popstate', onBack);
}

/**
 * Asks before the page is left, by a link, the Back button or the browser, until it is ended.
 * @param ask whether to leave all the same
 * @returns ends it
 */
export function holdLeaving(ask: () => boolean): () => void {
  const mine = { ask, here: location.href };
  held = mine;
  // Where the whole document would go, the browser asks in its own words.
  const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', onUnload);
  return () => {
    removeEventListener('beforeunload', onUnload);
    if (held === mine) held = null;
  };
}

function onClick(event: MouseEvent): void {
  if (held === null) return;
  const link = event.composedPath().find((part) => part instanceof HTMLAnchorElement);
  if (link === undefined || !isFollowedHere(event, link) || held.ask()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function onBack(event: PopStateEvent): void {
  if (held === null || location.pathname === new URL(held.here).pathname || held.ask()) return;
  // The router is never told: what it shows stays, and so does its address.
  event.stopImmediatePropagation();
  history.pushState(null, '', held.here);
}

/** Whether the router goes to another page for it, and not the browser, which asks by itself or opens another tab. */
function isFollowedHere(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  return (
    isPlain &&
    link.origin === location.origin &&
    link.pathname !== location.pathname &&
    /^(_?self)?$/i.test(link.target) &&
    !link.hasAttribute('download') &&
    ownPages.test(link.getAttribute('href') ?? '')
  );
}
