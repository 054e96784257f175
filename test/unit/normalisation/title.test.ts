import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { matchUnit, suggestionsOf } from '../../../shared/normalisation/match/match-unit.ts';
import { periodsIn } from '../../../shared/normalisation/match/read-period.ts';
import data from '../../../shared/normalisation/match/unit-aliases.json' with { type: 'json' };
import { unitNames } from '../../../shared/normalisation/match/unit-names.ts';
import { csvText, findingsOf, formRows, indicatorRows, reportOf, titleRows } from './form-files.ts';
import { bookOf } from './layout-files.ts';

const names = unitNames(catalog, 'province', '2026-09-14');

describe('units by name', () => {
  test.each([
    ['Tỉnh Đồng Tháp', '82'],
    ['UBND tỉnh Đồng Tháp', '82'],
    ['ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP', '82'],
    ['dong thap', '82'],
    ['\u00a0Đồng  Tháp ', '82'],
    ['Đồng Tháp'.normalize('NFD'), '82'],
    ['UBND TP. Huế', '46'],
    ['Thành phố Hồ Chí Minh', '79'],
    ['TP.HCM', '79'],
    ['TPHCM', '79'],
    ['Hanoi', '01'],
    ['Đăk Lăk', '66'],
    ['Thanh Hoá', '38'],
    ['Thừa Thiên - Huế', '46'],
    ['82', '82'],
    ['1', '01'],
    ['Đồng Tháp (82)', '82'],
    ['H20 - Đồng Tháp', '82'],
    ['12. Đồng Tháp', '82'],
    ['Thủ đô Hà Nội', '01'],
    ['T.P Hồ Chí Minh', '79'],
    ['\uFFFDĐồng Tháp', '82'],
  ])('%s is %s', (text, code) => {
    expect(matchUnit(names, text)).toMatchObject({ match: { code } });
  });

  // Damaged, look-alike, dissolved, regional, or one letter from a real name: never guessed.
  test.each([
    'Ð?ng Tháp',
    'Đ\uFFFDng Tháp',
    'Ðồng Tháp',
    'B<U+1EAE>C NINH',
    'Quảng Nam',
    'Bà Rịa - Vũng Tàu',
    'Hà Tây',
    'Đông Bắc',
    'Quảng Nin',
    'Đồng Tháp (01)',
    'Đồng Tháp (cũ)',
    'Sở Tài chính tỉnh Đồng Tháp',
    'Huyện Cao Lãnh, tỉnh Đồng Tháp',
    'Tổng cộng',
    '99',
    'H20',
    '',
    '__proto__',
  ])('%s is none', (text) => {
    expect(matchUnit(names, text)).not.toHaveProperty('match');
  });

  test.each([
    ['Hà Giang', 'renamed', ['Tỉnh Tuyên Quang']],
    ['02', 'renamed', ['Tỉnh Tuyên Quang']],
    ['Ð?ng Tháp', 'damaged', ['Tỉnh Đồng Tháp']],
    ['B<U+1EAE>C NINH', 'damaged', ['Tỉnh Bắc Ninh']],
    ['Qu\uFFFDng Ninh', 'damaged', ['Tỉnh Quảng Ninh']],
    ['\uFFFD\uFFFD\uFFFD', 'damaged', []],
    ['Đồng Tháp (01)', 'shared', ['Thành phố Hà Nội', 'Tỉnh Đồng Tháp']],
    ['Sở Tài chính tỉnh Đồng Tháp', 'part-of', ['Tỉnh Đồng Tháp']],
  ])('%s is asked: %s', (text, reason, expected) => {
    const found = matchUnit(names, text);
    expect(found).toMatchObject({ reason });
    expect('ask' in found ? suggestionsOf(found.ask, names.day) : null).toEqual(expected);
  });

  test.each([
    ['Hà Tây', 'dissolved', ['Thành phố Hà Nội']],
    ['Hà Bắc', 'dissolved', ['Tỉnh Bắc Ninh']],
    ['Vùng Đông Bắc', 'not-a-unit', []],
    ['Quảng', 'unknown', []],
  ])('%s is rejected: %s', (text, reject, instead) => {
    const found = matchUnit(names, text);
    expect(found).toMatchObject({ reject });
    expect('reject' in found ? suggestionsOf(found.instead, names.day) : null).toEqual(instead);
  });

  test('every alias is of a unit of the catalogue, and no name of one day means two', () => {
    for (const { name } of data.aliases) {
      expect([...catalog.units.values()].some((unit) => unit.names.some(({ vi }) => vi === name))).toBe(true);
    }
    for (const day of ['2025-06-30', '2026-09-14']) {
      for (const kind of ['province', 'ministry'] as const) {
        const { byName } = unitNames(catalog, kind, day);
        expect([...byName].filter(([, units]) => units.length > 1)).toEqual([]);
      }
    }
  });

  test('a code means what it means on that day', () => {
    const before = unitNames(catalog, 'province', '2025-06-30');
    expect(matchUnit(before, '82')).toMatchObject({ match: { names: [{ vi: 'Tiền Giang' }] } });
    expect(matchUnit(names, '82')).toMatchObject({ match: { names: [{ vi: 'Đồng Tháp' }] } });
  });
});

describe('periods', () => {
  test.each([
    ['Quý III/2026', ['2026-Q3']],
    ['quý 3 năm 2026', ['2026-Q3']],
    ['Quí IV.2023', ['2023-Q4']],
    ['quý I-2022', ['2022-Q1']],
    ['2026-Q3', ['2026-Q3']],
    ['Q1/2022', ['2022-Q1']],
    ['BÁO CÁO QUÝ II NĂM 2026', ['2026-Q2']],
    ['quý 03/2026', ['2026-Q3']],
    ['Quarter II 2026', ['2026-Q2']],
    ['Quý II/2026 và Quý III/2026', ['2026-Q2', '2026-Q3']],
    ['Quý III', []],
    ['9 tháng năm 2026', ['2026-9M']],
    ['8 tháng đầu năm 2026', ['2026-8M']],
    ['2026-H1', ['2026-H1']],
    ['2025-9M', ['2025-9M']],
    ['2026-M07', ['2026-M07']],
    ['từ ngày 15/12/2025 đến ngày 14/6/2026', ['2026-H1']],
    ['từ 01/01/2026 đến 30/09/2026', ['2026-9M']],
    ['6 tháng đầu năm 2026', ['2026-H1']],
    ['6 tháng cuối năm 2026', ['2026-H2']],
    ['Tháng 6/2026', ['2026-M06']],
    ['năm 2025', ['2025']],
    ['BÁO CÁO NĂM 2025', []],
    ['III/2026', ['2026-Q3']],
    ['Lũy kế quý III/2026', ['2026-Q3', '2026-cumulative']],
    ['từ ngày 15/6/2026 đến ngày 14/9/2026', ['2026-Q3']],
    ['từ 01/07/2026 đến 30/09/2026', ['2026-Q3']],
    ['01/06/2026 - 30/06/2026', ['2026-M06']],
    ['02/06/2026 - 30/06/2026', ['2026-06-02..2026-06-30']],
    ['Quý V/2026', []],
  ])('%s', (text, codes) => {
    expect(periodsIn(text)).toEqual(codes);
  });
});

describe('the title block agrees with what was asked', () => {
  const unit = 'Đơn vị báo cáo: Tỉnh Đồng Tháp';
  const period = 'Kỳ báo cáo: Quý III/2026';
  test.each([
    [[[unit], [period]], []],
    [
      [
        ['Đơn vị báo cáo:', 'UBND tỉnh Đồng Tháp'],
        ['Kỳ báo cáo', 'quý 3 năm 2026'],
      ],
      [],
    ],
    [[['UBND TỈNH ĐỒNG THÁP'], ['BÁO CÁO QUÝ III NĂM 2026'], ['(theo Công văn quý II/2026)']], []],
    [[[unit.normalize('NFD')], [period.normalize('NFD')]], []],
    [[['Đơn vị báo cáo: Tỉnh An Giang'], [period]], ['unit-differs@A1']],
    [[['Đơn vị báo cáo: Tỉnh Tiền Giang'], [period]], ['unit-unclear@A1']],
    [[['Đơn vị báo cáo: Tỉnh Hà Tây'], [period]], ['unit-dissolved@A1']],
    [[['Đơn vị báo cáo: Vùng Đông Bắc'], [period]], ['unit-is-region@A1']],
    [[['Đơn vị báo cáo: Quảng Nin'], [period]], ['unit-unknown@A1']],
    [[[unit], ['Kỳ báo cáo: Quý II/2026']], ['period-differs@A2']],
    [[[unit], ['Kỳ báo cáo: Quý III']], ['period-unclear@A2']],
    [[[unit], ['Kỳ báo cáo: 9 tháng năm 2026']], ['period-cumulative@A2']],
    [[[unit], ['SỐ LIỆU QUÝ II/2026']], ['period-differs@A2']],
    [[[unit], ['BÁO CÁO 6 THÁNG ĐẦU NĂM 2026']], ['period-cumulative@A2']],
    [[[unit], ['BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ NĂM 2026']], ['period-cumulative@A2']],
    [[[unit], ['Kỳ báo cáo: 6 tháng đầu năm 2025']], ['period-differs@A2']],
    [[[unit], ['BÁO CÁO NĂM 2025'], ['QUÝ III NĂM 2026']], ['period-differs@A2']],
    [[[unit], ['BÁO CÁO NĂM 2025'], [period]], ['period-differs@A2']],
    [[[unit], ['THỰC HIỆN KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2025'], [period]], []],
    [[[unit], ['BÁO CÁO NĂM 2026'], ['Quý III/2026']], []],
    [
      [
        [unit],
        ['(Kèm theo Quyết định số 757/2003/QĐ-BTC ngày 08/04/2003 của Bộ trưởng Bộ Tài chính)'],
        ['Đồng Tháp, ngày 20 tháng 9 năm 2025'],
        ['(Số liệu tính đến ngày 14/9/2026)'],
        [period],
      ],
      [],
    ],
    [[[unit], ['Đồng Tháp, ngày 20 tháng 9 năm 2026']], ['title-without-period']],
    [[[unit], [period], ['Biểu mẫu: 06/CKTC-NSNN']], ['form-differs@A3']],
    [[['Đơn vị: TP. Huế'], [period]], ['unit-differs@A1']],
    [[[unit], [period], ['Đơn vị: triệu đồng']], []],
    [[[unit], [period], ['Biểu mẫu: QD766 (phiên bản 1)']], []],
    // Sums since the start of the year.
    [[[unit], ['BÁO CÁO LŨY KẾ ĐẾN HẾT QUÝ III NĂM 2026']], ['period-cumulative@A2']],
    [[[unit], ['SỐ LIỆU TÍNH TỪ ĐẦU NĂM ĐẾN HẾT QUÝ III NĂM 2026']], ['period-cumulative@A2']],
    [[[unit], ['BÁO CÁO QUÝ III NĂM 2026'], ['(Số liệu lũy kế từ đầu năm)']], ['period-cumulative@A3']],
    [[[unit], [period], ['SỐ LIỆU LŨY KẾ 9 THÁNG NĂM 2026']], ['period-cumulative@A3']],
    [[[unit], ['Kỳ báo cáo:', 'Quý III/2026 (lũy kế từ đầu năm)']], ['period-cumulative@B2']],
    [[[unit], ['KẾT QUẢ QUÝ III VÀ 9 THÁNG ĐẦU NĂM 2026']], ['period-unclear@A2']],
    [[[unit], [period], ['Ghi chú: không gửi số liệu lũy kế']], []],
    // A plan, and what is to come behind what was.
    [[[unit], ['KẾ HOẠCH QUÝ III NĂM 2026']], ['title-is-plan@A2']],
    [[[unit], [period], ['KẾ HOẠCH QUÝ III NĂM 2026']], ['title-is-plan@A3']],
    [[[unit], ['KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ III NĂM 2026']], []],
    [[[unit], ['BÁO CÁO KẾT QUẢ QUÝ II, PHƯƠNG HƯỚNG NHIỆM VỤ QUÝ III NĂM 2026']], ['period-differs@A2']],
    [[[unit], ['KẾT QUẢ QUÝ II NĂM 2026, NHIỆM VỤ QUÝ III NĂM 2026']], ['period-differs@A2']],
    [[[unit], ['BÁO CÁO KẾT QUẢ QUÝ III, NHIỆM VỤ QUÝ IV NĂM 2026']], []],
    // A line of another period below the one that is asked.
    [[[unit], [period], ['BÁO CÁO KẾT QUẢ QUÝ II NĂM 2026']], ['period-differs@A3']],
    [[[unit], [period], ['BÁO CÁO 6 THÁNG ĐẦU NĂM 2026']], ['period-cumulative@A3']],
    [[[unit], ['BÁO CÁO QUÝ III NĂM 2026'], ['Bảng: Kết quả quý II năm 2026']], ['period-differs@A3']],
    [[[unit], [period], ['So với quý II năm 2026']], []],
    // A period in several lines or cells, or written in other letters.
    [[[unit], ['BÁO CÁO QUÝ III'], ['Năm 2026']], []],
    [[[unit], ['BÁO CÁO QUÝ II'], ['Năm 2026']], ['period-differs@A2']],
    [
      [[unit], ['BÁO CÁO QUÝ III'], ['Năm 2025']],
      ['period-differs@A2', 'period-differs@A3'],
    ],
    [[[unit], ['Quý:', 'III'], ['Năm:', '2026']], []],
    [
      [[unit], ['Quý:', 'III'], ['Năm:', '2025']],
      ['period-differs@B2', 'period-differs@B3'],
    ],
    [[[unit], ['Kỳ báo cáo', 'Quý', 'III', 'Năm', '2026']], []],
    [[[unit], ['Kỳ báo cáo: Quý III/26']], []],
    [[[unit], ['Kỳ báo cáo: Quý III/25']], ['period-differs@A2']],
    [[[unit], ['BÁO CÁO QUÝ Ⅲ NĂM 2026']], []],
    [[[unit], ['BÁO CÁO QUÝ lll NĂM 2026']], ['period-unclear@A2']],
    [[[unit], ['B Á O  C Á O   Q U Ý   III   NĂM   2026']], ['period-unclear@A2']],
    [[[unit], ['BÁO CÁO QUÝ II']], ['period-differs@A2']],
    [[[unit], ['BÁO CÁO QUÝ III']], ['title-without-period']],
    // Whose report it is.
    [[['UBND TỈNH ĐỒNG THÁP\nSỞ KHOA HỌC VÀ CÔNG NGHỆ'], [period]], []],
    [[['ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP'], ['BÁO CÁO QUÝ III\nNĂM 2026']], []],
    [[['UBND TỈNH AN GIANG\nSỞ KHOA HỌC VÀ CÔNG NGHỆ'], [period]], ['unit-differs@A1']],
    [[['Đơn vị báo cáo: Sở KH&CN tỉnh Đồng Tháp'], [period]], []],
    [[['Đơn vị báo cáo: Sở Khoa học và Công nghệ tỉnh An Giang'], [period]], ['unit-differs@A1']],
    [[['Đơn vị báo cáo: Sở Lao động - Thương binh và Xã hội tỉnh Đồng Tháp'], [period]], []],
    [[['Đơn vị báo cáo: Văn phòng UBND tỉnh Đồng Tháp'], [period]], []],
    [[['Đơn vị báo cáo: Trung tâm Y tế huyện Cao Lãnh, tỉnh Đồng Tháp'], [period]], ['unit-unclear@A1']],
    [[['Đơn vị báo cáo: Tỉnh Đồng Tháp (mới)'], [period]], []],
    [[['Đơn vị báo cáo: Tỉnh Đồng Tháp (sau sáp nhập)'], [period]], []],
    [[['Đơn vị báo cáo: Tỉnh Đồng Tháp (cũ)'], [period]], ['unit-unclear@A1']],
    [[['Đơn vị báo cáo/Reporting unit: Đồng Tháp'], [period]], []],
    [[['BÁO CÁO CHỈ SỐ CỦA TỈNH AN GIANG QUÝ III NĂM 2026']], ['unit-differs@A1']],
    [[['BÁO CÁO CHỈ SỐ CỦA TỈNH ĐỒNG THÁP QUÝ III NĂM 2026']], []],
    [[['BÁO CÁO SO VỚI TỈNH AN GIANG'], [period]], ['title-without-unit']],
    [[[unit], ['BÁO CÁO QUÝ III NĂM 2026'], ['Đồng Tháp, ngày … tháng 8 năm 2026']], []],
    [[[period]], ['title-without-unit']],
    [[[unit]], ['title-without-period']],
    [[], ['title-without-unit', 'title-without-period']],
  ])('%j', async (title, expected) => {
    const report = await reportOf(csvText(formRows({ title })));
    expect(findingsOf(report)).toEqual(expected);
    const asksOnly = expected.every((code) => code.startsWith('title-without'));
    const passed = expected.length > 0 ? 'passed-with-warnings' : 'passed';
    expect(report.verdict).toBe(asksOnly ? passed : 'returned');
  });
});

describe('what the table says itself', () => {
  test('columns that name the period tell it from the sum in the title', async () => {
    const header = ['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Kết quả quý III', 'Lũy kế 9 tháng'];
    const rows = indicatorRows().map((row) => [row[0], row[1], row[4], row[5], row[6], '77'] as string[]);
    const title = [['UBND TỈNH ĐỒNG THÁP'], ['KẾT QUẢ QUÝ III VÀ 9 THÁNG ĐẦU NĂM 2026']];
    const report = await reportOf(csvText(formRows({ title, header, rows })));
    expect(findingsOf(report)).toEqual([]);
    expect(report.observations.find(({ indicator }) => indicator === '766.ONLINE')?.value).toBe('5');
  });

  test.each([
    [[['BÁO CÁO QUÝ II NĂM 2026']], ['period-differs@A1']],
    [[['BÁO CÁO TỈNH AN GIANG']], ['unit-differs@A1']],
    [[['BÁO CÁO QUÝ III NĂM 2026']], []],
    [[['BẢNG SỐ LIỆU']], []],
  ])('a long table below %j', async (title, expected) => {
    const header = ['Đơn vị', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số', 'Giá trị'];
    const rows = indicatorRows().map(
      (row) => ['Đồng Tháp', row[1], 'Quý III/2026', row[4], row[5], row[6]] as string[],
    );
    const report = await reportOf(csvText(formRows({ title, header, rows })));
    expect(report.layout).toBe('long');
    expect(findingsOf(report)).toEqual(expected);
  });

  test.each([
    ['Quý II-2026', titleRows, ['sheet-period-differs@A1']],
    ['Quý II', titleRows, ['sheet-period-differs@A1']],
    ['Quý III', titleRows, []],
    ['Năm 2026', titleRows, []],
    ['Quý II-2026', titleRows.slice(0, 2), ['period-differs@A1']],
    ['Biểu 1', titleRows.slice(0, 2), ['title-without-period']],
  ])('a sheet named "%s"', async (name, title, expected) => {
    const report = await reportOf(bookOf({ name, rows: formRows({ title }) }));
    expect(findingsOf(report)).toEqual(expected);
  });
});
