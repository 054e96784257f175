import { expect, test } from '@jest/globals';
import { blockId } from '../../../shared/briefing/block-id.ts';
import { briefingOf } from '../../../shared/briefing/briefing-of.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { table } from './briefing-parts.ts';
import { figure, publishedBriefing, publishedRound, snapshotOfRounds } from './published-snapshot.ts';

/** How figures stand side by side: what must be known of one, and by which name their table is found. */

test('ids of two long forms and two periods differ, are ASCII and fit the name of a sheet', () => {
  const forms = ['bao-cao-chuyen-doi-so-bo-nganh', 'bao-cao-chuyen-doi-so-bo-nganh-2', 'báo-cáo', 'b-o-c-o'];
  const ids = forms.flatMap((form) =>
    ['2026-Q3', '2026-Q3-lũy-kế', '2026-Q4'].flatMap((period) =>
      [1, 2, 12].map((part) => blockId('f', form, period, part)),
    ),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[\w.-]{1,31}$/.test(id))).toEqual([]);
  expect(blockId('f', 'qd766', '2026-Q3', 1)).toBe('f-qd766-2026-Q3-1');
});

test('every id of a briefing is its own', () => {
  const ids = publishedBriefing('vi').sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => ('id' in block ? [block.id] : [])),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('points have two decimals, as they are published', () => {
  const { columns, rows } = table(publishedBriefing('vi'), 'f-qd766-2026-Q3-1');
  const at = columns.findIndex(({ head }) => head === 'Điểm nhóm Cung cấp dịch vụ trực tuyến (điểm)');
  const points = rows.slice(1).map((row) => row[at]?.text ?? '');
  // 01 has 9.23 and 24 has 6.50 in what was published on 2026-10-10.
  expect(points).toEqual(expect.arrayContaining(['9,23']));
  expect(points.filter((text) => !/^\d+,\d\d$/.test(text))).toEqual([]);
});

test('approximate figures and those of some areas only have a sign, and the table explains it', () => {
  const indicator = '766.PUBLISH_ON_TIME';
  const parts = { numerator: '1', denominator: '4' };
  const fromAreas = { counted: 2, expected: 5, reason: null };
  const round = publishedRound((entry) => {
    if (entry.unit.code === '01')
      return { ...entry, figures: [figure(indicator, { ...parts, approximate: true })] };
    if (entry.unit.code === '04') return { ...entry, figures: [{ ...figure(indicator, parts), fromAreas }] };
    return entry;
  });
  const briefing = briefingOf({
    snapshot: snapshotOfRounds([round]),
    previous: null,
    catalog,
    language: 'vi',
  });
  const { rows, note } = table(briefing, 'f-qd766-2026-Q3-1');
  const first = (code: string) => rows.find((row) => row[0]?.text === code)?.[2];
  expect(first('01')).toEqual({ text: '25,00 *', value: '25' });
  expect(first('04')).toEqual({ text: '25,00 †', value: '25' });
  expect(first('08')?.text).toMatch(/^[\d,]+$/);
  expect(note).toContain('* số ước tính; † ');
  const long = table(briefing, 'figures').full?.filter((row) => row[4]?.text === indicator) ?? [];
  expect(long.find((row) => row[0]?.text === '01')?.[10]?.text).toBe('số ước tính');
  expect(long.find((row) => row[0]?.text === '08')?.[10]?.text).toBe('');
  expect(table(publishedBriefing('vi'), 'f-qd766-2026-Q3-1').note).toBeUndefined();
});
