import { everyVersion, type Slot, type Standing } from './slot.ts';

/**
 * The slot as it was at an instant (ISO 8601, UTC): what was signed, withdrawn or granted later is not in it.
 * Everything that is asked of the past is asked of this.
 */
export function slotAt(slot: Slot, instant: string): Slot {
  const before = ({ at }: { at: string }) => at <= instant;
  const versions = everyVersion(slot)
    .filter(({ signedAt }) => signedAt <= instant)
    .map(({ withdrawn, ...version }) =>
      withdrawn && before(withdrawn) ? { ...version, withdrawn } : version,
    );
  const withdrawnUnsigned = slot.withdrawnUnsigned.filter(before);
  const extensions = slot.extensions.filter(before);
  const last = versions.at(-1);
  const stands = last !== undefined && !('withdrawn' in last);
  const changes = versions.length + versions.filter((version) => 'withdrawn' in version).length;
  return {
    ...slot,
    revision: changes + withdrawnUnsigned.length + extensions.length,
    standing: stands ? last : null,
    history: stands ? versions.slice(0, -1) : versions,
    withdrawnUnsigned,
    extensions,
  };
}

/**
 * The version that stood at an instant (ISO 8601, UTC); undefined when none was signed by then, or when the
 * last one was withdrawn by then.
 */
export function standingAt(slot: Slot | undefined, instant: string): Standing | undefined {
  return (slot && slotAt(slot, instant).standing) ?? undefined;
}

/** Later than any time that is written. */
export const forEver = '9999-12-31T23:59:59.999Z';

/**
 * When the first version of what stands was received: a revision of a report that was on time does not make
 * it late, but after a withdrawal the count begins anew, or a worthless file sent in time and withdrawn
 * would make any later report punctual.
 */
export function firstReceivedAt(slot: Slot | undefined, instant = forEver): string | null {
  const versions = slot ? everyVersion(slotAt(slot, instant)) : [];
  return versions[versions.findLastIndex(({ withdrawn }) => withdrawn !== undefined) + 1]?.receivedAt ?? null;
}

/** The last day that the secretariat had granted by an instant, or null when it had granted none. */
export function extendedTo(slot: Slot | undefined, instant = forEver): string | null {
  const granted = slot ? slotAt(slot, instant).extensions.map(({ until }) => until) : [];
  return granted.sort().at(-1) ?? null;
}
