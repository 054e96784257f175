import { deadline } from '../catalog/deadline.ts';
import type { Period } from '../catalog/period.ts';
import type { Form } from '../catalog/schema.ts';
import { type CoverageDocument, countsOf } from './punctuality.ts';

/** As coverage was kept before nil returns, and before it told what was not due yet and why a due day had moved. */
export type CoverageDocument2 = Omit<CoverageDocument, 'schema' | 'counts' | 'dueMoved' | 'dueIsSure'> & {
  schema: 'coverage/2';
  counts: Pick<CoverageDocument['counts'], 'onTime' | 'late' | 'missing'>;
};

/** A stored coverage document of any version. @throws Error when its schema is none of ours */
export function coverageFrom(stored: CoverageDocument2 | CoverageDocument): CoverageDocument {
  if (stored.schema === 'coverage/3') return stored;
  if (stored.schema !== 'coverage/2') throw new Error('a stored coverage document of an unknown schema');
  const counts = countsOf(stored.units);
  return { ...stored, schema: 'coverage/3', dueMoved: null, dueIsSure: true, counts };
}

/**
 * The document as it is at an instant: a unit for which nothing stands is missing only once its own deadline has
 * passed, with its extension; before, or where nobody owes the form, nothing is due. Stored documents hold no clock
 * times, so this is decided when one is read, and at the cut-off when one is frozen.
 * @param at ISO 8601, UTC
 * @returns the same document where nothing changes
 */
export function judgedAt<D extends CoverageDocument>(
  document: D,
  { form, period }: { form: Form; period: Period },
  at: string,
): D {
  const isNotDue = ({ state, extendedTo }: D['units'][number]) =>
    state === 'missing' && (form.owed === false || at < deadline(form, period, extendedTo));
  if (!document.units.some(isNotDue)) return document;
  const units = document.units.map((unit) =>
    isNotDue(unit) ? { ...unit, state: 'not-due' as const } : unit,
  );
  return { ...document, units, counts: countsOf(units) };
}
