import type { Finding, FindingGroup } from './report.ts';

/** How many cells a group names. */
const cellsNamed = 5;

/** All that was found under one code; `first`: where, in the order of the sheet. */
type Kind = {
  code: string;
  severity: Finding['severity'];
  count: number;
  first: number;
  entries: readonly { entry: Finding }[];
};

/** The findings by code: errors first, in the order of the sheet, and behind its cause what only follows from it. */
export function groupsOf(kinds: readonly Kind[]): FindingGroup[] {
  const groups = kinds
    .toSorted((a, b) => weight(a) - weight(b) || a.first - b.first || (a.code < b.code ? -1 : 1))
    .flatMap(({ code, severity, count, entries }): FindingGroup[] => {
      const found = entries.map(({ entry }) => entry);
      const message = found[0]?.message;
      if (!message) return [];
      const cells = found.flatMap(({ at }) => (at ? [at] : [])).slice(0, cellsNamed);
      return [{ code, severity, count, message, cells, cause: commonCause(found) }];
    });
  return effectsBehind(groups);
}

function weight({ severity }: Kind): number {
  return severity === 'error' ? 0 : 1;
}

/** The code that all of them name as their cause, or null. */
function commonCause(found: readonly Finding[]): string | null {
  const codes = new Set(found.map(({ cause }) => cause && (cause.split('@', 1)[0] as string)));
  const [only = null] = codes;
  return codes.size === 1 ? only : null;
}

function effectsBehind(groups: readonly FindingGroup[]): FindingGroup[] {
  const isEffect = ({ code, severity, cause }: FindingGroup) =>
    groups.some((other) => other.code === cause && other.code !== code && other.severity === severity);
  const ordered = groups.filter((group) => !isEffect(group));
  let waiting = groups.filter(isEffect);
  while (waiting.length > 0) {
    const ready = waiting.filter(({ cause }) => ordered.some(({ code }) => code === cause));
    // Codes that cause each other stay as they came.
    if (ready.length === 0) return [...ordered, ...waiting];
    for (const group of ready.toReversed()) {
      ordered.splice(ordered.findIndex(({ code }) => code === group.cause) + 1, 0, group);
    }
    waiting = waiting.filter((group) => !ready.includes(group));
  }
  return ordered;
}
