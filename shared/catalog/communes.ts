import * as v from 'valibot';
import communesFile from './data/communes.json' with { type: 'json' };
import { CommunesFile } from './schema.ts';

/** A commune-level unit of the two-level system, in force from 2025-07-01. */
export type Commune = {
  /** The GSO five-digit code. */
  code: string;
  /** The GSO code of its province, on the 34-unit map. */
  province: string;
  name: { vi: string; full: string };
};

const types = { P: 'Phường', X: 'Xã', D: 'Đặc khu' } as const;

const file = v.parse(CommunesFile, communesFile);

/**
 * The communes of a province, in the order of their codes. Kept out of the catalogue proper, so that only the
 * functions that read files carry the list.
 * @param province GSO code, as it is on `day`
 * @param day local day; before 2025-07-01 there were districts and wards, which are not held: none
 */
export function communesOf(province: string, day: string): readonly Commune[] {
  if (day < file.from) return [];
  return (file.communes[province] ?? []).map(([code, type, vi]) => ({
    code,
    province,
    name: { vi, full: `${types[type]} ${vi}` },
  }));
}
