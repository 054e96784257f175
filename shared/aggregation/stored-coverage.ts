import type { CoverageDocument } from './punctuality.ts';

/**
 * Coverage as it was frozen before it named its rule and what was revised (`coverage/4`), the day of each unit (`/3`),
 * and what is not due yet, the day that was moved and nil returns (`/2`).
 */
export type OldCoverage = {
  schema: 'coverage/2' | 'coverage/3' | 'coverage/4';
  counts: Partial<CoverageDocument['counts']>;
  units: OldUnit[];
} & Partial<Omit<CoverageDocument, 'schema' | 'counts' | 'units'>> &
  Pick<CoverageDocument, 'form' | 'period' | 'expected' | 'counted'>;

type Unit = CoverageDocument['units'][number];
type Predecessor = NonNullable<Unit['predecessors']>[number];
type OldUnit = Pick<Unit, 'unit' | 'code' | 'name' | 'state' | 'version'> &
  Partial<Omit<Unit, 'predecessors'>> & { predecessors?: OldUnit[] };

/**
 * A coverage document that was kept, of whatever version, in today's shape: what an old one did not tell is null, and
 * what was revised is known by its versions.
 * @throws Error when it is of a shape that is not known
 */
export function coverageFrom(kept: CoverageDocument | OldCoverage): CoverageDocument {
  if (kept.schema === 'coverage/5') return kept;
  if (!['coverage/2', 'coverage/3', 'coverage/4'].includes(kept.schema)) {
    throw new Error(`coverage of the schema ${kept.schema}`);
  }
  const units = kept.units.map(unitFrom);
  const revised = units.filter((unit) => unit.revised).length;
  const none = { onTime: 0, late: 0, reported: 0, missing: 0, notDue: 0, nil: 0 };
  return {
    basis: 'as-reported',
    due: null,
    deadline: null,
    dueMoved: null,
    dueIsSure: true,
    rule: null,
    ...kept,
    schema: 'coverage/5',
    counts: { ...none, ...kept.counts, revised },
    units,
  };
}

function unitFrom(old: OldUnit): Unit {
  const predecessors = old.predecessors?.map((each): Predecessor => {
    const { predecessors: _, ...unit } = unitFrom(each);
    return unit;
  });
  const revised = (old.version ?? 0) > 1 || predecessors?.some((each) => each.revised);
  const { predecessors: _, ...own } = old;
  return {
    extendedTo: null,
    due: null,
    ...own,
    ...(revised && { revised }),
    ...(predecessors && { predecessors }),
  };
}
