import { expect, test } from '@jest/globals';
import Excel from 'exceljs';
import { briefingOf } from '../../../shared/briefing/briefing-of.ts';
import { htmlOf } from '../../../shared/briefing/render/html.ts';
import { xlsxOf } from '../../../shared/briefing/render/xlsx.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { publishedBriefing, publishedRound, snapshotOfRounds } from './published-snapshot.ts';

const vi = publishedBriefing('vi');
const en = publishedBriefing('en');

function ofBody(body: string) {
  const snapshot = snapshotOfRounds([publishedRound()], { of: { body } });
  return briefingOf({ snapshot, previous: null, catalog, language: 'vi' });
}

test('the sign is the issuer’s own, and it is signed in the issuer’s name', () => {
  expect(vi.letterhead.issuer).toBe('ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ');
  expect(vi.letterhead.number).toBe('Số:       /BC-UBQGCĐS');
  expect(vi.closing?.signature).toEqual([
    'TM. ỦY BAN',
    '(CHỦ TỊCH, hoặc KT. CHỦ TỊCH và chức vụ của người ký)',
    '(Chữ ký, họ và tên)',
  ]);
  expect(vi.closing?.recipients.lines.at(-1)).toBe('- Lưu: VT, …… (đơn vị soạn thảo).');
  expect(en.closing?.signature[0]).toBe('FOR THE COMMITTEE');
});

test('each body of the catalogue has its own; one that is not known there signs with its name', () => {
  for (const { code } of catalog.bodies.values()) {
    const { letterhead, closing } = ofBody(code);
    expect([code, letterhead.number.split('/BC-')[1], closing?.signature[0]]).toEqual(
      code === 'UBQG'
        ? [code, 'UBQGCĐS', 'TM. ỦY BAN']
        : [code, code.replace('BCD', 'BCĐ'), 'TM. BAN CHỈ ĐẠO'],
    );
  }
  const other = ofBody('KHAC');
  expect([other.letterhead.number, other.closing?.signature[0]]).toEqual(['Số:       /BC-KHAC', 'TM. KHAC']);
});

test('days below ten and the first two months have a zero in front', () => {
  const dayOf = (date: string) => {
    const snapshot = snapshotOfRounds([publishedRound()], { of: { date } });
    return briefingOf({ snapshot, previous: null, catalog, language: 'vi' }).letterhead.placeAndDate;
  };
  expect(dayOf('2026-02-05')).toBe('Hà Nội, ngày 05 tháng 02 năm 2026');
  expect(dayOf('2026-03-15')).toBe('Hà Nội, ngày 15 tháng 3 năm 2026');
});

test('the annex is no section: it has its name, its title in capitals and with what it goes', async () => {
  const headings = vi.sections.map(({ heading }) => heading);
  expect(headings.map((heading) => heading.split(' ')[0])).toEqual([
    'I.',
    'II.',
    'III.',
    'IV.',
    'V.',
    'VI.',
    'Phụ',
  ]);
  const annex = vi.sections.at(-1);
  expect(annex?.heading).toBe('Phụ lục');
  expect(annex?.annex).toEqual({
    title: 'TOÀN BỘ SỐ LIỆU',
    attached:
      '(Kèm theo Báo cáo số       /BC-UBQGCĐS ngày 15 tháng 10 năm 2026 của Ủy ban Quốc gia về chuyển đổi số)',
  });
  const page = new TextDecoder().decode(htmlOf(vi));
  expect(page).toContain(
    '<h2 id="h-annex">Phụ lục<span>TOÀN BỘ SỐ LIỆU</span></h2>\n<p class="attached">(Kèm theo',
  );
  expect(page).toContain('<a href="#annex">Phụ lục: TOÀN BỘ SỐ LIỆU</a>');
  const book = new Excel.Workbook();
  await book.xlsx.load((await xlsxOf(vi)).buffer as ArrayBuffer);
  const cover = book.worksheets[0]?.getColumn(1).values.map(String) ?? [];
  expect(cover[cover.indexOf('Phụ lục: TOÀN BỘ SỐ LIỆU') + 1]).toBe(annex?.annex?.attached);
});

test('abbreviations that stand in it are spelled out once, before the first section', () => {
  expect(vi.preface.at(-1)).toBe(
    'Chữ viết tắt: TTHC: thủ tục hành chính; PAKN: phản ánh, kiến nghị; DVCQG: Dịch vụ công quốc gia; GQ: giải quyết.',
  );
  // The English names of indicators have these two; what does not stand there is not explained.
  expect(en.preface.at(-1)).toBe(
    'Abbreviations: TTHC: administrative procedures; DVCQG: National Public Service (Portal).',
  );
  const none = briefingOf({ snapshot: snapshotOfRounds([]), previous: null, catalog, language: 'vi' });
  expect(none.preface).toHaveLength(2);
});
