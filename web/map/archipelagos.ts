import type { Both } from '../app/language.tsx';

/** An archipelago that is drawn as an inset: always, on every map. */
export type Archipelago = {
  key: 'hoang-sa' | 'truong-sa';
  /** The unit that it belongs to: on the map of the 63 and on that of today's 34. */
  units: Readonly<Record<'63' | '34', string>>;
  names: Both;
  of: Both;
  /** Degrees: what the inset shows. */
  west: number;
  east: number;
  south: number;
  north: number;
  /** Principal islands, longitude and latitude. */
  islands: readonly (readonly [longitude: number, latitude: number])[];
};

/** Hoàng Sa is of Đà Nẵng, Trường Sa of Khánh Hòa, before the mergers of 2025-07-01 and after. */
export const archipelagos: readonly Archipelago[] = [
  {
    key: 'hoang-sa',
    units: { '63': 'province:48@2008', '34': 'province:48@2025' },
    names: { vi: 'Quần đảo Hoàng Sa', en: 'Hoàng Sa Islands' },
    of: { vi: '(TP. Đà Nẵng)', en: '(Đà Nẵng City)' },
    west: 110.9,
    east: 113,
    south: 15.5,
    north: 17.3,
    islands: [
      [111.2, 15.78],
      [111.61, 16.53],
      [111.59, 16.45],
      [111.72, 16.45],
      [111.53, 16.51],
      [111.78, 16.45],
      [112.34, 16.83],
      [112.33, 16.97],
      [112.31, 16.94],
      [112.73, 16.67],
    ],
  },
  {
    key: 'truong-sa',
    units: { '63': 'province:56@2008', '34': 'province:56@2025' },
    names: { vi: 'Quần đảo Trường Sa', en: 'Trường Sa Islands' },
    of: { vi: '(tỉnh Khánh Hòa)', en: '(Khánh Hòa Province)' },
    west: 111,
    east: 116.2,
    south: 7.3,
    north: 12,
    islands: [
      [111.92, 8.64],
      [112.25, 8.86],
      [112.92, 7.89],
      [113.31, 8.18],
      [113.69, 8.97],
      [114.33, 11.43],
      [114.28, 11.05],
      [114.37, 10.18],
      [114.48, 10.38],
      [114.37, 10.38],
      [114.33, 9.89],
      [114.65, 9.72],
      [115.83, 10.73],
    ],
  },
];
