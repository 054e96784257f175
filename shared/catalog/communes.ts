import * as v from 'valibot';
import communesFile from './data/communes.json' with { type: 'json' };
import { CommunesFile } from './schema.ts';

/** A unit of the commune level: of the two-level system, or a ward of the three-level one before it. */
export type Commune = {
  /** `commune:00004` from 2025-07-01; before it `ward:00004`, which was another place, or `district:318`. */
  id: string;
  /** The GSO code of five digits; three where a district had no wards. */
  code: string;
  /** The GSO code of its province, on the map of its time. */
  province: string;
  name: { vi: string; full: string };
  /** Its name with the type that it may have had on the day: `Xã Trảng Bom`, where it is not known when it became a ward. */
  maybe?: string;
  /** The district in which a ward lay; several wards of a province bear one name. */
  district?: { code: string; full: string };
};

const types = { P: 'Phường', X: 'Xã', D: 'Đặc khu' } as const;

const file = v.parse(CommunesFile, communesFile);

/** The local day of which the communes' types are: their names in full may have been others before. */
export const { typesAsOf } = file;

/**
 * The communes of a province of the 34, in the order of their codes. Kept out of the catalogue proper, so that only
 * the functions that read files carry the list.
 * @param province GSO code, as it is on `day`
 * @param day local day; before 2025-07-01 there were none: `communesOn` knows the wards
 */
export function communesOf(province: string, day: string): readonly Commune[] {
  if (day < file.from) return [];
  const isSure = day >= (file.typesFrom[province] ?? file.from);
  return (file.communes[province] ?? []).map(([code, type, vi]) => ({
    id: `commune:${code}`,
    code,
    province,
    name: { vi, full: `${types[type]} ${vi}` },
    ...(isSure || type !== 'P' ? {} : { maybe: `${types.X} ${vi}` }),
  }));
}

/**
 * The units of the commune level of a province on a day, in the order of their codes. The long list of wards is
 * loaded for days on which there were some.
 * @param province GSO code, as it is on `day`
 * @param day local day; wards are those of June 2025 on every day before, since earlier changes are not held
 */
export async function communesOn(province: string, day: string): Promise<readonly Commune[]> {
  if (day >= file.from) return communesOf(province, day);
  const { wardsOf } = await import('./wards.ts');
  return wardsOf(province);
}
