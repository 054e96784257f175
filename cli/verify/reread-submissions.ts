import { summedOf, unpackedOf } from '../../shared/aws/pack.ts';
import type { MakeParts } from '../../shared/briefing/make-snapshot.ts';
import type { Page, Page1, SummedPage } from '../../shared/observations/page.ts';
import { type Slot, slotName } from '../../shared/submissions/slot.ts';
import { standingAt } from '../../shared/submissions/slot-at.ts';
import type { WalkedReport } from './walk-chain.ts';

/**
 * What a freeze is given, from the chain: slots as they are kept, with the pages that their raw files gave when they
 * were read again, all of them, whatever the slot says that there are. Where a file could not be read again, its pages
 * are those that are kept.
 */
export function rereadSubmissions(
  cutOff: string,
  reports: readonly WalkedReport[],
): MakeParts['submissions'] {
  const packs = new Map<string, ReadonlyMap<string, Uint8Array>>();
  const slots = new Map<string, Slot>();
  for (const { key, slot, pages, reread } of reports) {
    if (!slot) continue;
    const submission = standingAt(slot, cutOff)?.submission;
    if (submission !== undefined) packs.set(submission, reread?.pages ?? pages);
    slots.set(slotName(key), reread?.pages ? withPages(slot, submission, [...reread.pages.keys()]) : slot);
  }
  const opened = <T>(
    wanted: readonly { id: string; groups: readonly string[] }[],
    unpack: (bytes: readonly Uint8Array[]) => T,
  ) =>
    new Map(
      wanted.map(({ id, groups }) => [
        id,
        unpack(groups.flatMap((group) => packs.get(id)?.get(group) ?? [])),
      ]),
    );
  return {
    async slots(keys) {
      const found = keys.map((key) => [slotName(key), slots.get(slotName(key))] as const);
      return new Map(found.filter((entry): entry is [string, Slot] => entry[1] !== undefined));
    },
    pagesOf: async (wanted) => opened<Iterable<Page | Page1>>(wanted, unpackedOf),
    pagesToSum: async (wanted, summable) =>
      opened<Iterable<Page | SummedPage | Page1>>(wanted, (bytes) => summedOf(bytes, summable)),
  };
}

/** The slot with other names of pages where a submission stands or stood. */
function withPages(slot: Slot, submission: string | undefined, pages: string[]): Slot {
  const named = <T extends { submission: string }>(version: T): T =>
    version.submission === submission ? { ...version, pages } : version;
  return { ...slot, standing: slot.standing && named(slot.standing), history: slot.history.map(named) };
}
