import { describe, expect, test } from '@jest/globals';
import { briefingOf } from '../../../shared/briefing/briefing-of.ts';
import type { Briefing } from '../../../shared/briefing/content.ts';
import { progressDocument } from '../../../shared/briefing/progress-document.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Indicator, Target } from '../../../shared/catalog/schema.ts';
import { said, table } from './briefing-parts.ts';
import { cutOff, figure, publishedRound, snapshotOfRounds } from './published-snapshot.ts';

/** How the nation's figures and the aims beside them are told. */

/** The two aims of NQ03-4 (NQ 03/NQ-CP, Annex I), which were published in one cell. */
const regionAndWorld = catalog.indicators.get('NQ03-4')?.targets as Target[];

/** The published round under a catalogue in which indicators of its form are altered. */
function roundWith(changes: Record<string, Partial<Indicator>>) {
  const indicators = new Map(catalog.indicators);
  for (const [id, change] of Object.entries(changes)) {
    indicators.set(id, { ...(indicators.get(id) as Indicator), ...change });
  }
  return { ...publishedRound(), catalog: { ...catalog, indicators } };
}

function briefingWith(changes: Record<string, Partial<Indicator>>): Briefing {
  const round = roundWith(changes);
  return briefingOf({
    snapshot: snapshotOfRounds([round]),
    previous: null,
    catalog: round.catalog,
    language: 'vi',
  });
}

/** A table of results whose rows are cells by the head of their column. */
function resultsIn(briefing: Briefing, id: string): Map<string, { text: string; value?: string }>[] {
  const { columns, rows } = table(briefing, id);
  return rows.map((row) => new Map(row.map((cell, at) => [columns[at]?.head ?? '', cell])));
}

const results = (briefing: Briefing) =>
  briefing.sections.flatMap(({ id, blocks }) =>
    id === 'pillars'
      ? blocks.flatMap((block) => (block.kind === 'table' ? resultsIn(briefing, block.id) : []))
      : [],
  );
const resultOf = (briefing: Briefing, name: string) =>
  results(briefing).filter((row) => row.get('Chỉ tiêu')?.text.startsWith(name));

describe('aims among some, and a figure that does not say among whom it is', () => {
  const changes = { '766.ONLINE': { kind: 'rank', direction: 'down', targets: regionAndWorld } } as const;

  test('are compared with none of them, for the nation and for every unit', () => {
    const document = progressDocument(roundWith(changes), [], cutOff, 'as-reported');
    const entries = document?.indicators.filter(({ indicator }) => indicator === '766.ONLINE') ?? [];
    expect(entries.map(({ among, target }) => [among, target?.aim])).toEqual([
      ['Đông Nam Á', { is: '<=', value: '3' }],
      ['Thế giới', { is: '<=', value: '50' }],
    ]);
    const told = entries.flatMap(({ units }) => units);
    expect(told).toHaveLength(68);
    expect(new Set(told.map(({ state }) => state))).toEqual(new Set(['not-comparable']));
    expect(told.filter(({ distance, reached, pace }) => distance ?? reached ?? pace)).toEqual([]);
  });

  test('each stands by itself, and it is said why nothing is held against it', () => {
    const briefing = briefingWith(changes);
    const rows = resultOf(briefing, 'Điểm nhóm Cung cấp dịch vụ trực tuyến');
    expect(rows.map((row) => row.get('Mục tiêu')?.text)).toEqual(['≤ 3 (Đông Nam Á)', '≤ 50 (Thế giới)']);
    const tables = briefing.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.note ?? ''] : [])),
    );
    expect(tables.join('\n')).toContain('không nêu xếp hạng trong phạm vi nào');
    expect(said(briefing, 'pillars')).not.toContain('còn thiếu 42');
  });
});

describe('numbers of a row', () => {
  const briefing = briefingWith({});
  const digitised = 'Tỷ lệ hồ sơ thủ tục hành chính thực hiện số hóa hồ sơ';

  test('a distance has the decimals of the figure, so that both make the aim', () => {
    const [row] = resultOf(briefing, digitised);
    // 24.77 as published; what is missing of 100 to the last digit is 75.227.
    expect(row?.get('Kết quả')).toEqual({ text: '24,77', value: '24.77' });
    expect(row?.get('Còn thiếu')).toEqual({ text: '75,23', value: '75.227' });
  });

  test('a distance too small for them is told to its last digit, and never as nothing', () => {
    const one = publishedRound((entry) => ({
      ...entry,
      figures: [figure('766.PUBLISH_ON_TIME', { numerator: '99999', denominator: '100000' })],
    }));
    const near = briefingOf({
      snapshot: snapshotOfRounds([one]),
      previous: null,
      catalog,
      language: 'vi',
    });
    const [row] = resultOf(near, 'Tỷ lệ TTHC công bố đúng hạn');
    // 99.999 %: of two decimals 100.00, and short of it by 0.001.
    expect(row?.get('Kết quả')?.text).toBe('100,00');
    expect(row?.get('Còn thiếu')?.text).toBe('0,001');
    expect(row?.get('Đánh giá')?.text).toBe('chưa đạt');
  });

  test('charts say what the tables beside them say', () => {
    const charts = briefing.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'chart' ? block.series.flatMap(({ values }) => values) : [])),
    );
    expect(charts).toContain('37.30');
    expect(charts.filter((value) => !/^\d+\.\d\d$/.test(value ?? ''))).toEqual([]);
  });

  test('one period of all rows stands in the caption, and in no column', () => {
    const tables = briefing.sections
      .filter(({ id }) => id === 'pillars')
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));
    expect(tables.map(({ caption }) => caption)).toEqual(
      tables.map(() => expect.stringMatching(/: kết quả cả nước( so với mục tiêu)?, quý III\/2026$/)),
    );
    expect(tables.flatMap(({ columns }) => columns.map(({ head }) => head))).not.toContain('Kỳ');
  });
});

test('without any target there are no columns of targets, and nothing is said of them', () => {
  const none = Object.fromEntries([...catalog.indicators.keys()].map((id) => [id, { targets: [] }]));
  const briefing = briefingWith(none);
  const heads = results(briefing).flatMap((row) => [...row.keys()]);
  expect([...new Set(heads)]).toEqual(['Chỉ tiêu', 'Đơn vị tính', 'Kết quả', 'Số đơn vị có số liệu']);
  const section = briefing.sections.find(({ id }) => id === 'pillars');
  const told = section?.blocks.filter(({ kind }) => kind !== 'paragraph');
  expect(section?.heading).toBe('II. Kết quả theo trụ cột');
  expect(JSON.stringify(told)).not.toMatch(/mục tiêu|Thời gian còn lại/);
});
