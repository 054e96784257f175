import type { Context } from './context.ts';
import type { Changes, Finding, FindingIdentity, Report } from './report.ts';
import { shortened } from './shortened.ts';

/** What a finding is known by from one attempt to the next; the name of a hostile sheet may be of any length. */
export function identityOf({ code, at, about, got }: Finding): FindingIdentity {
  const quoted = (text: string | null | undefined) => (text ? shortened(text) : (text ?? null));
  return { code, sheet: quoted(at?.sheet), about: quoted(about), cell: at?.cell ?? null, got: quoted(got) };
}

/**
 * What was mended since the attempt before, and what is new. A finding about an indicator stays the same when its
 * row moves; another one stays the same at its cell. One that was found twice and is found once more is mended once.
 */
export function changesSince(
  previous: NonNullable<Context['previous']>,
  findings: readonly Finding[],
  isWhole: boolean,
): Changes {
  const before = new Map<string, FindingIdentity[]>();
  for (const identity of previous.findings) {
    const key = textOf(identity);
    before.set(key, [...(before.get(key) ?? []), identity]);
  }
  const fresh: FindingIdentity[] = [];
  let same = 0;
  for (const finding of findings) {
    const identity = identityOf(finding);
    if (before.get(textOf(identity))?.shift()) same += 1;
    else fresh.push(identity);
  }
  return {
    previous: previous.submission,
    mended: [...before.values()].flat(),
    new: fresh,
    same,
    whole: isWhole && previous.whole,
  };
}

/** Those of a report's findings that the attempt before did not have; of the same one twice, the later is new. */
export function newAmong({ findings, changes }: Pick<Report, 'findings' | 'changes'>): ReadonlySet<Finding> {
  const left = new Map<string, number>();
  for (const identity of changes?.new ?? [])
    left.set(textOf(identity), (left.get(textOf(identity)) ?? 0) + 1);
  const fresh = new Set<Finding>();
  for (const finding of findings.toReversed()) {
    const key = textOf(identityOf(finding));
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    left.set(key, count - 1);
    fresh.add(finding);
  }
  return fresh;
}

/** What the attempt before had of a finding, in both languages; nothing where there was none before. */
export const sinceBefore = {
  heading: 'So với lần gửi trước / Since the attempt before',
  textOf: (finding: Finding, changes: Report['changes'], fresh: ReadonlySet<Finding>): string => {
    if (!changes) return '';
    return fresh.has(finding) ? 'mới / new' : 'vẫn còn / still there';
  },
};

/** Text that is the same for the same finding; JSON keeps its parts apart. */
function textOf({ code, sheet, about, cell, got }: FindingIdentity): string {
  return JSON.stringify([code, sheet, about ?? cell, about === null, got]);
}
