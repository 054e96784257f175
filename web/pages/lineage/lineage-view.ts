import type { CellSource } from '../../../shared/observations/observation.ts';
import type { Lineage } from '../../../shared/query/read-lineage.ts';
import type { FindingsView } from '../../../shared/query/read-submission.ts';
import { addressOf } from '../../app/address-of.ts';
import { apiPath } from '../../app/api-path.ts';
import { lineageAddress } from '../../app/lineage-address.ts';

/** What a lineage's address says: the nation's figure, a unit's, or one cell of a unit's. */
export type LineageView = {
  form: string;
  period: string;
  indicator: string;
  unit: string | null;
  /** An area inside the unit, `commune:26734`. */
  area: string | null;
  role: CellSource['role'] | null;
  basis: 'as-reported' | 'current';
};

const roles: readonly CellSource['role'][] = ['numerator', 'denominator', 'value'];

/** @returns null where the address does not say which figure is meant */
export function viewIn(query: Readonly<Record<string, string>>): LineageView | null {
  const { bieu: form, ky: period, 'chi-tieu': indicator, 'don-vi': unit = null, o } = query;
  if (!form || !period || !indicator) return null;
  return {
    form,
    period,
    indicator,
    unit,
    area: query['dia-ban'] ?? null,
    role: roles.find((role) => role === o) ?? null,
    basis: query['co-so'] === 'current' ? 'current' : 'as-reported',
  };
}

/** The address of a step; what is left out of `step` is not part of it. */
export function stepAddress(
  { form, period, indicator, basis }: LineageView,
  step: Partial<Pick<LineageView, 'unit' | 'area' | 'role' | 'basis'>> = {},
): string {
  return lineageAddress({ form, period, indicator, basis, ...step });
}

/** Where the service is asked for the figures of all units. */
export function rollupAsked(
  base: '/v1' | '/v1/public',
  { form, period, indicator, basis }: LineageView,
): string {
  return addressOf(apiPath`${base}/rollups/${period}`, { form, indicator, basis });
}

/** Where the service is asked for a unit's figure with its file and cells. */
export function lineageAsked({ unit, form, period, indicator, area }: LineageView): string {
  return addressOf('/v1/lineage', { unit, form, period, indicator, area });
}

/** What was read of a cell. */
export function readOf(figure: Lineage['figure'], role: CellSource['role']): string | null {
  return figure === null ? null : figure[role];
}

/** What was read differently from how it was written, in one cell. */
export function repairsAt(repairs: FindingsView['repairs'], { at }: Pick<CellSource, 'at'>) {
  return repairs.filter((repair) => repair.at.sheet === at.sheet && repair.at.cell === at.cell);
}

/** What was found at one cell. */
export function findingsAt(findings: FindingsView['findings'], { at }: Pick<CellSource, 'at'>) {
  return findings.filter((finding) => finding.at?.sheet === at.sheet && finding.at.cell === at.cell);
}
