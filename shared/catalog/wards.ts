import * as v from 'valibot';
import type { Commune } from './communes.ts';
import wardsFile from './data/wards.json' with { type: 'json' };
import { WardsFile } from './schema.ts';

const types: Readonly<Record<string, string>> = { P: 'Phường', X: 'Xã', T: 'Thị trấn' };

const file = v.parse(WardsFile, wardsFile);

/**
 * The wards of a province of the 63 as they stood in June 2025, in the order of their districts and codes. A district
 * that had no wards (five islands) stands for itself. Never import this where it is not needed: the list is long.
 * @param province GSO code, as it was until 2025-06-30
 */
export function wardsOf(province: string): readonly Commune[] {
  return (file.provinces[province] ?? []).flatMap(([code, full, wards]): Commune[] => {
    if (wards === '') {
      return [{ id: `district:${code}`, code, province, name: { vi: full.replace(/^Huyện /, ''), full } }];
    }
    return wards.split('; ').map((ward) => {
      const [number, type, vi] = [ward.slice(0, 5), ward.slice(6, 7), ward.slice(8)];
      const name = { vi, full: `${types[type]} ${vi}` };
      return { id: `ward:${number}`, code: number, province, name, district: { code, full } };
    });
  });
}

/** The GSO codes of the provinces that had wards. */
export function provincesWithWards(): string[] {
  return Object.keys(file.provinces).sort();
}
