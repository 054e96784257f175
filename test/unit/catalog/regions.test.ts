import { describe, expect, test } from '@jest/globals';
import { catalog, loadCatalog } from '../../../shared/catalog/catalog.ts';
import { regionsOn } from '../../../shared/catalog/regions.ts';
import { nameOn } from '../../../shared/catalog/unit.ts';
import { filesWith } from './admin-data.ts';

const sizes = (day: string) =>
  regionsOn(catalog, day).map(({ names, members }) => [names.vi, members.length]);

// NQ 81/2023/QH15: 14 + 11 + 14 + 5 + 6 + 13 = 63.
test('six regions of the 63 provinces', () => {
  expect(sizes('2025-06-30')).toEqual([
    ['Trung du và miền núi phía Bắc', 14],
    ['Đồng bằng sông Hồng', 11],
    ['Bắc Trung Bộ và duyên hải miền Trung', 14],
    ['Tây Nguyên', 5],
    ['Đông Nam Bộ', 6],
    ['Đồng bằng sông Cửu Long', 13],
  ]);
  expect(sizes('2022-06-14')).toEqual(sizes('2025-06-30'));
});

// NQ 306/NQ-CP of 05/10/2025, annex: the six regions after the merger, unit by unit.
test('six regions of the 34 provinces', () => {
  const day = '2026-09-14';
  const names = Object.fromEntries(
    regionsOn(catalog, day).map(({ names, members }) => [
      names.vi,
      members.map((id) => nameOn(catalog.units.get(id) as never, day).vi).sort(),
    ]),
  );
  const listed = {
    'Trung du và miền núi phía Bắc':
      'Lạng Sơn, Cao Bằng, Thái Nguyên, Tuyên Quang, Phú Thọ, Lào Cai, Lai Châu, Điện Biên, Sơn La',
    'Đồng bằng sông Hồng': 'Hà Nội, Hải Phòng, Ninh Bình, Hưng Yên, Bắc Ninh, Quảng Ninh',
    'Bắc Trung Bộ': 'Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Trị, Huế',
    'Duyên hải Nam Trung Bộ và Tây Nguyên': 'Đà Nẵng, Quảng Ngãi, Gia Lai, Đắk Lắk, Khánh Hòa, Lâm Đồng',
    'Đông Nam Bộ': 'Hồ Chí Minh, Đồng Nai, Tây Ninh',
    'Đồng bằng sông Cửu Long': 'Cần Thơ, Vĩnh Long, Đồng Tháp, An Giang, Cà Mau',
  };
  expect(names).toEqual(
    Object.fromEntries(Object.entries(listed).map(([name, list]) => [name, list.split(', ').sort()])),
  );
});

describe('a catalogue is refused', () => {
  const refused = (change: Parameters<typeof filesWith>[0]) => expect(() => loadCatalog(filesWith(change)));

  test('when a province stands in no region', () => {
    refused(({ regions }) => regions.regions[0]?.members.pop()).toThrow(
      'province:25@2008 stands in no region on 2008-08-01',
    );
  });

  test('when a province stands in two', () => {
    refused(({ regions }) => regions.regions[7]?.members.push('province:04@2008')).toThrow(
      'province:04@2008 stands in two regions on 2025-07-01',
    );
  });

  test('when a region names a province that does not live', () => {
    refused(({ regions }) => regions.regions[7]?.members.push('province:27@2008')).toThrow(
      'region:DBSH@2025 names province:27@2008, which does not live on 2025-07-01',
    );
  });

  test('when a region stands twice', () => {
    refused(({ regions }) => regions.regions.push(structuredClone(regions.regions[0] as never))).toThrow(
      'a region stands twice',
    );
  });

  test('when regions end before the map does', () => {
    refused(({ regions }) => {
      for (const region of regions.regions) if (region.to !== null) region.to = '2025-05-31';
    }).toThrow('province:01@2008 stands in no region on 2025-06-01');
  });
});
