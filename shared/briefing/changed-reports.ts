import type { Gathered } from '../aggregation/gather-round.ts';
import { type Named, named } from '../aggregation/round.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { mapDay } from '../catalog/reporters.ts';
import type { Ask } from '../meetings/meeting.ts';
import { everyVersion, type Past, type Slot, type SlotKey, slotName } from '../submissions/slot.ts';
import { slotAt } from '../submissions/slot-at.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Manifest } from './snapshot.ts';

/** A report that is another than the one which the meeting before saw. */
export type ReportChange = Named & {
  form: string;
  period: string;
  change: 'reported' | 'revised' | 'withdrawn';
  /** The version that stood then, and the one that stands now; null: none. */
  versions: { old: number | null; new: number | null };
  /** Why each version since replaced the one before, or was taken back, in that order, as the unit wrote it. */
  why: string[];
  /** The unit whose people did it by the right of succession; null: the unit's own. */
  successor: Named | null;
};

/** Which reports of a round changed since a manifest, in the order of units. */
export async function changedReports(
  given: { asked: Ask; cutOff: string; manifest: Pick<Manifest, 'inputs'>; gathered: Gathered },
  parts: { catalog: Catalog; submissions: Pick<SubmissionStore, 'slots'> },
): Promise<ReportChange[]> {
  const { asked, cutOff, manifest, gathered } = given;
  const { form, period } = gathered.round;
  const day = mapDay(form, period);
  const before = new Map(
    manifest.inputs
      .filter((input) => input.form === asked.form && input.period === asked.period)
      .map(({ unit, version }) => [unit, version]),
  );
  const now = new Map(gathered.inputs.map(({ unit, standing }) => [unit.id, standing.version]));
  const changed = [...new Set([...before.keys(), ...now.keys()])]
    .filter((unit) => before.get(unit) !== now.get(unit))
    .sort();
  const slots = await parts.submissions.slots(changed.map((unit): SlotKey => ({ unit, ...asked })));
  const nameOf = (id: string): Named => {
    const unit = parts.catalog.units.get(id);
    return unit ? named(unit, day) : { unit: id, code: id, name: id };
  };
  return changed.map((unit): ReportChange => {
    const versions = { old: before.get(unit) ?? null, new: now.get(unit) ?? null };
    const slot = slots.get(slotName({ unit, ...asked }));
    const since = slot ? versionsSince(slotAt(slot, cutOff), versions.old ?? 0) : [];
    const successor = since.findLast((version) => behalfOf(version) !== null);
    return {
      ...nameOf(unit),
      form: asked.form,
      period: asked.period,
      change: versions.new === null ? 'withdrawn' : versions.old === null ? 'reported' : 'revised',
      versions,
      why: since.flatMap((version) => reasonsOf(version, versions.old ?? 0)),
      successor: successor ? nameOf(behalfOf(successor) as string) : null,
    };
  });
}

/** The versions from the one that stood on: that one, since it may have been taken back, and all after it. */
function versionsSince(slot: Slot, old: number): Past[] {
  return everyVersion(slot).filter(({ version }) => version >= old);
}

function reasonsOf({ version, why, withdrawn }: Past, old: number): string[] {
  return [...(version > old && why !== null ? [why] : []), ...(withdrawn ? [withdrawn.why] : [])];
}

function behalfOf({ withdrawn, onBehalfOf }: Past): string | null {
  return withdrawn?.onBehalfOf?.by ?? onBehalfOf?.by ?? null;
}
