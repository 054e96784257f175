import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useRoute } from 'preact-iso';

/** Of what a heading was shown last; null: the first page keeps the focus where the browser put it. */
let shownLast: string | null = null;

/**
 * The one h1 of a page; it is the document's title too. Whoever comes from another page of the portal gets the focus
 * here, so that a screen reader says where they are; other words for the same page take it from nobody. A page whose
 * title comes with an answer has one heading for before and after.
 * @param above what it belongs to, as a link: a way back
 * @param view which of the address's views it heads, where there are several
 * @param lead one or two sentences that say what the page answers
 */
export function PageHeading({
  title,
  above,
  lead,
  view = '',
}: {
  title: string;
  above?: ComponentChildren;
  lead?: ComponentChildren;
  view?: string;
}) {
  const shown = `${useRoute().path} ${view}`;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Điểm Cầu`;
  }, [title]);
  useLayoutEffect(() => {
    if (shownLast !== null && shownLast !== shown) heading.current?.focus({ preventScroll: true });
    shownLast = shown;
  }, [shown]);
  return (
    <div class="page-heading">
      {above !== undefined && <p class="above">{above}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
    </div>
  );
}
