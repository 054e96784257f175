import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { communesOf } from '../../../shared/catalog/communes.ts';
import { check, csvText, findingsOf, formRows, reportOf, titleRows } from './form-files.ts';
import { bookOf } from './layout-files.ts';

const ids = catalog.forms.get('qd766')?.indicators.map(({ indicator }) => indicator) ?? [];
const heading = ['Đơn vị', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số', 'Giá trị'];
const rows = ids.map((id) => {
  const isRatio = catalog.indicators.get(id)?.kind === 'ratio';
  return ['Tỉnh Đồng Tháp', id, 'Quý III/2026', ...(isRatio ? ['1', '2', ''] : ['', '', '5'])];
});
/** A long table with a column more, which says the same in every row or, of two texts, each in turn. */
const withColumn = (name: string, ...texts: string[]) => [
  [...heading, name],
  ...rows.map((row, at) => [...row, texts[at % texts.length] ?? '']),
];
const [commune] = communesOf('82', '2026-09-14');

describe('figures of a part of the unit are not taken for the whole', () => {
  test.each([
    ['Loại số liệu', 'Kế hoạch'],
    ['Lĩnh vực', 'Y tế'],
    ['Phạm vi', 'Xã Mỹ Hiệp'],
    ['Cột lạ', 'Phường Không Có'],
    ['Cột lạ', 'lũy kế 9 tháng'],
    ['Cột lạ', 'Tỉnh An Giang'],
    ['Cột lạ', commune?.name.full ?? ''],
    ['Cột lạ', 'một', 'hai'],
  ])('a column %s that says %s is asked, in a text file and in a workbook', async (name, ...texts) => {
    const table = withColumn(name, ...texts);
    expect(findingsOf(await reportOf(csvText(table)))).toEqual(['scope-unclear@G1']);
    expect(findingsOf(await reportOf(bookOf({ name: 'a', rows: table })))).toEqual(['scope-unclear@G1']);
  });

  test.each([
    ['Loại số liệu', 'Thực hiện'],
    ['Phạm vi', 'Toàn tỉnh'],
    ['Cơ quan chủ trì', 'Sở Y tế', 'Sở Nội vụ'],
    ['Nguồn số liệu', 'Hệ thống', 'Cơ sở dữ liệu'],
    ['Cột lạ', '2.024', '12,5'],
    ['Cột lạ', 'một'],
    ['Cột lạ', ''],
    ['Cột lạ', 'Đồng Tháp'],
  ])('a column %s that says %s is passed over', async (name, ...texts) => {
    expect(findingsOf(await reportOf(csvText(withColumn(name, ...texts), ';')))).toEqual([]);
  });

  test.each(['Huyện/xã', 'Xã/phường', 'Phường/xã', 'Cấp xã', 'Địa bàn'])(
    'the column %s names the commune',
    async (name) => {
      const { report } = await check(csvText(withColumn(name, commune?.name.full ?? '')));
      expect(findingsOf(report)).toEqual([]);
      expect(report.observations[0]).toMatchObject({ area: `commune:${commune?.code}` });
      const own = await check(csvText(withColumn(name, 'Tỉnh Đồng Tháp')));
      expect(findingsOf(own.report)).toEqual([]);
      expect(own.report.observations[0]).not.toHaveProperty('area');
      const other = await check(csvText(withColumn(name, 'Xã Không Có')));
      expect(findingsOf(other.report)).toContain('unit-unknown@G2');
    },
  );

  test('a title that says which commune a form is about', async () => {
    const of = async (...line: string[]) =>
      findingsOf(await reportOf(csvText(formRows({ title: [...titleRows, line] }))));
    expect(await of('Địa bàn: Phường Cao Lãnh')).toEqual(['unit-differs@A4']);
    expect(await of('(Phạm vi: UBND phường Cao Lãnh)')).toEqual(['unit-differs@A4']);
    expect(await of('Xã/phường', 'Xã Mỹ Hiệp')).toEqual(['unit-differs@A4']);
    expect(await of('Phạm vi: toàn tỉnh')).toEqual([]);
    expect(await of('Địa bàn: Tỉnh Đồng Tháp')).toEqual([]);
  });
});
