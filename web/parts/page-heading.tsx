import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Set by the first page that is shown: it keeps the focus where the browser put it. */
let hasShownOne = false;

/**
 * The one h1 of a page; it is the document's title too. Whoever comes from another page of the portal gets the focus
 * here, so that a screen reader says where they are.
 * @param above what it belongs to, as a link: a way back
 * @param lead one or two sentences that say what the page answers
 */
export function PageHeading({
  title,
  above,
  lead,
}: {
  title: string;
  above?: ComponentChildren;
  lead?: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Điểm Cầu`;
  }, [title]);
  useEffect(() => {
    if (hasShownOne) heading.current?.focus({ preventScroll: true });
    hasShownOne = true;
  }, []);
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
