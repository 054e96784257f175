import type { Basis } from '../../shared/aggregation/basis.ts';
import type { CellSource } from '../../shared/observations/observation.ts';
import { addressOf } from './address-of.ts';

/** Which figure is meant: the nation's where no unit is named, else a unit's, or one cell of it. */
type LineageOf = {
  form: string;
  period: string;
  indicator: string;
  unit?: string | null;
  /** An area inside the unit, `commune:26734`. */
  area?: string | null;
  role?: CellSource['role'] | null;
  /** As reported when it is left out. */
  basis?: Basis;
};

/** The address of where a figure comes from. */
export function lineageAddress({ form, period, indicator, unit, area, role, basis }: LineageOf): string {
  return addressOf('/nguon-goc', {
    'don-vi': unit,
    bieu: form,
    ky: period,
    'chi-tieu': indicator,
    'dia-ban': area,
    o: role,
    'co-so': basis === 'current' ? basis : null,
  });
}
