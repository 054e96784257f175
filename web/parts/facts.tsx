import type { ComponentChildren } from 'preact';

/** Terms with their facts, side by side where there is room. */
export function Facts({ facts }: { facts: readonly (readonly [term: string, fact: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
