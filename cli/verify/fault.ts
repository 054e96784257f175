import type { FrozenName } from '../../shared/briefing/snapshot.ts';

/**
 * A place where the chain is broken. `missing`: it is not there · `changed`: its digest is not the one that is named ·
 * `unreadable`: it is not of its own form any more · `unknown`: it is there and nothing names it.
 */
export type Fault = {
  what:
    | 'snapshot'
    | 'manifest'
    | 'document'
    | 'frozen-document'
    | 'catalog'
    | 'previous'
    | 'report'
    | 'raw-file'
    | 'statement'
    | 'page';
  wrong: 'missing' | 'changed' | 'unreadable' | 'unknown';
  /** What of it, as a person finds it again: a snapshot's name, a report's slot, a page's group, a document's name. */
  of: {
    snapshot?: string;
    unit?: string;
    form?: string;
    period?: string;
    submission?: string;
    page?: string;
    document?: FrozenName;
    part?: string;
  };
  /** Digests or versions, where there are two to compare. */
  expected: string | null;
  found: string | null;
};

/** A fault where two things that should be equal are not. */
export function changed(
  what: Fault['what'],
  of: Fault['of'],
  pair: { expected: string | null; found: string | null },
): Fault[] {
  return pair.expected === pair.found ? [] : [{ what, wrong: 'changed', of, ...pair }];
}

export function faulty(what: Fault['what'], wrong: Fault['wrong'], of: Fault['of']): Fault {
  return { what, wrong, of, expected: null, found: null };
}
