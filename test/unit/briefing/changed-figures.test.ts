import { expect, test } from '@jest/globals';
import { documentsOf } from '../../../shared/aggregation/aggregate-period.ts';
import type { Round } from '../../../shared/aggregation/round.ts';
import { briefingOf } from '../../../shared/briefing/briefing-of.ts';
import type { ReportChange } from '../../../shared/briefing/changed-reports.ts';
import type { Briefing, TableBlock } from '../../../shared/briefing/content.ts';
import {
  changedFigures,
  changedNation,
  changedScores,
  type RoundChange,
} from '../../../shared/briefing/restated-figures.ts';
import type { Restatement } from '../../../shared/briefing/restatement.ts';
import type { FrozenDocument } from '../../../shared/briefing/snapshot.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { cutOff, figure, publishedRound, snapshotOfRounds } from './published-snapshot.ts';

/** Three provinces and one ratio, so that everything can be worked out by hand. */
const ratio = '766.TDGQ';
const [haNoi, caoBang, hue] = ['province:01@2008', 'province:04@2008', 'province:46@2008'];

type Counts = Readonly<Record<string, readonly [string, string]>>;
function roundOf(counts: Counts): Round {
  return publishedRound((entry) => {
    const own = counts[entry.unit.id];
    if (!own) return { ...entry, standing: null, figures: [] };
    const [numerator, denominator] = own;
    return { ...entry, figures: [figure(ratio, { numerator, denominator })] };
  });
}

const frozen = (round: Round) => documentsOf(round, cutOff) as FrozenDocument[];
const report: ReportChange = {
  unit: haNoi,
  code: '01',
  name: 'Thành phố Hà Nội',
  form: 'qd766',
  period: '2026-Q3',
  change: 'revised',
  versions: { old: 1, new: 2 },
  why: ['Đối soát lại.'],
  successor: null,
};

function changeOf(old: Counts, now: Counts, more: Partial<RoundChange> = {}): RoundChange {
  const reports = [report];
  const base = { form: 'qd766', period: '2026-Q3', catalog, reports, otherwise: 'code' as const };
  return { ...base, old: frozen(roundOf(old)), new: frozen(roundOf(now)), ...more };
}

// Before: 10/40 and 30/60, together 40/100 = 40 %. Now: 20/40, 30/100, and 50/60 that was not there, together 100/200
// = 50 %. With Hà Nội's change alone: (20 + 30)/(40 + 60) = 50 %. With Cao Bằng's: (10 + 30)/(40 + 100) = 28.57 %.
// With Huế's: (10 + 30 + 50)/(40 + 60 + 60) = 56.25 %.
const old: Counts = { [haNoi]: ['10', '40'], [caoBang]: ['30', '60'] };
const now: Counts = { [haNoi]: ['20', '40'], [caoBang]: ['30', '100'], [hue]: ['50', '60'] };

test('each unit’s change tells what it alone does to the nation, and the nation’s row what all do together', () => {
  const change = changeOf(old, now);
  const rows = changedFigures(change).map(({ unit, nation }) => [unit, nation.old?.value, nation.new?.value]);
  expect(rows).toEqual([
    [haNoi, '40', '50'],
    [caoBang, '40', '28.57'],
    [hue, '40', '56.25'],
  ]);
  expect(changedNation(change).map((each) => [each.indicator, each.old?.value, each.new?.value])).toEqual([
    [ratio, '40', '50'],
  ]);
});

test('a unit that has neither points nor a rank has none as one that was not there: nothing changed', () => {
  // One figure of twenty-one gives nobody a total.
  expect(changedScores(changeOf(old, now))).toEqual([]);
});

test('of a figure that is gone, the nation without it: 30/60 = 50 %', () => {
  const [gone] = changedFigures(changeOf(old, { [caoBang]: ['30', '60'] }));
  expect([gone?.unit, gone?.change, gone?.nation.new?.value]).toEqual([haNoi, 'disappeared', '50']);
});

test('where the old figures no longer come to what the nation was told as, the effect of one is not told', () => {
  const change = changeOf(old, now);
  // The nation as another catalogue would have combined it: the mean of 25 and 50.
  const otherwise = change.old.map((entry) =>
    entry.name.code === `qd766/${ratio}`
      ? { ...entry, document: { ...entry.document, national: { value: '37.50', reason: null } } }
      : entry,
  );
  const told = changedFigures({ ...change, old: otherwise });
  expect(told.map(({ nation }) => nation.new)).toEqual([null, null, null]);
});

function briefingWith(change: RoundChange, language: 'vi' | 'en', more: Partial<Restatement> = {}): Briefing {
  const document: Restatement = {
    schema: 'restatement/1',
    meeting: 'ubqg-11',
    since: {
      meeting: 'ubqg-10',
      snapshot: 'a'.repeat(64),
      cutOff: '2026-07-14T10:00:00.000Z',
      catalog: catalog.version,
      engine: '1',
      code: '0',
    },
    catalog: catalog.version,
    engine: '1',
    code: '0',
    rounds: [{ form: 'qd766', period: '2026-Q3' }],
    notEvaluated: [],
    reports: [...change.reports],
    figures: changedFigures(change),
    nation: changedNation(change),
    scores: changedScores(change),
    ...more,
  };
  const documents = [{ name: { kind: 'restatement' as const, code: 'ubqg-11', period: null }, document }];
  const snapshot = snapshotOfRounds([roundOf(now)], { documents });
  return briefingOf({ snapshot, previous: null, catalog, language });
}

const blocksIn = (briefing: Briefing) => briefing.sections.find(({ id }) => id === 'changes')?.blocks ?? [];
const tableIn = (briefing: Briefing, id: string) =>
  blocksIn(briefing).find((block) => block.kind === 'table' && block.id === id) as TableBlock;
const textsIn = (table: TableBlock) => table.rows.map((row) => row.map(({ text }) => text));

test('the tables have what was before, what is now, the difference, who, why and the nation', () => {
  const briefing = briefingWith(changeOf(old, now), 'vi');
  const figures = tableIn(briefing, 'changed-figures');
  expect(figures.columns.map(({ head }) => head)).toEqual([
    'Mã',
    'Đơn vị',
    'Chỉ tiêu',
    'Kỳ',
    'Cũ',
    'Mới',
    'Chênh lệch',
    'Nguyên nhân',
    'Cả nước: cũ',
    'Cả nước nếu chỉ có thay đổi này',
  ]);
  const name = 'Tỷ lệ hồ sơ TTHC giải quyết đúng hạn';
  // 10/40 = 25 %, 20/40 = 50 %, 30/60 = 50 %, 30/100 = 30 %, 50/60 = 83.33 %.
  expect(textsIn(figures)).toEqual([
    [
      '01',
      'Thành phố Hà Nội',
      name,
      'quý III/2026',
      '25,00',
      '50,00',
      '▲ 25,00',
      'báo cáo của đơn vị thay đổi',
      '40,00',
      '50,00',
    ],
    [
      '04',
      'Tỉnh Cao Bằng',
      name,
      'quý III/2026',
      '50,00',
      '30,00',
      '▼ 20,00',
      'chương trình thay đổi',
      '40,00',
      '28,57',
    ],
    [
      '46',
      'Thành phố Huế',
      name,
      'quý III/2026',
      'chưa báo cáo',
      '83,33',
      'không xác định',
      'chương trình thay đổi',
      '40,00',
      '56,25',
    ],
  ]);
  expect(textsIn(tableIn(briefing, 'changed-nation'))).toEqual([
    [name, 'quý III/2026', '40,00', '50,00', '▲ 10,00'],
  ]);
  expect(textsIn(tableIn(briefing, 'changed-reports'))[0]?.slice(4)).toEqual([
    'điều chỉnh',
    '1',
    '2',
    'Đối soát lại.',
  ]);
});

test('a nation for which there was no figure has none: it did not fail to report', () => {
  const change = changeOf(old, now);
  const without = change.old.filter(({ name }) => name.code !== `qd766/${ratio}`);
  const rows = textsIn(tableIn(briefingWith({ ...change, old: without }, 'vi'), 'changed-nation'));
  expect(rows[0]?.slice(2)).toEqual(['không có', '50,00', 'không xác định']);
});

test('units are counted as units, however many figures and scorecards they stand in', () => {
  const score = (unit: string, scorecard: string) => ({
    unit,
    code: unit.slice(9, 11),
    name: 'Thành phố Hà Nội',
    scorecard,
    period: '2026-Q3',
    old: { total: '50.00', rank: 2 },
    new: { total: '60.00', rank: 1 },
  });
  const change = changeOf(old, now);
  const scores = [score(haNoi, 'qd766'), score(haNoi, 'khac')];
  const [intro] = blocksIn(briefingWith(change, 'vi', { scores }));
  expect(intro).toEqual({
    kind: 'paragraph',
    text: 'So với bản chốt của phiên họp ubqg-10 (17:00 ngày 14/07/2026), các kỳ của phiên họp đó được tính lại theo số liệu hiện hành: 1 báo cáo thay đổi, 3 số liệu của 3 đơn vị và 1 số liệu cả nước khác trước, 1 đơn vị có điểm hoặc thứ hạng khác trước. Bản chốt cũ được giữ nguyên.',
  });
});

test('in English units and scorecards have their English names', () => {
  const change = changeOf(old, now);
  const scored = {
    ...{ unit: haNoi, code: '01', name: 'Thành phố Hà Nội', scorecard: 'qd766', period: '2026-Q3' },
    old: { total: '50.00', rank: 2 },
    new: { total: '60.00', rank: 1 },
  };
  const english = briefingWith(change, 'en', { scores: [scored] });
  const names = catalog.scorecards.get('qd766')?.names.en ?? '';
  expect(textsIn(tableIn(english, 'changed-scores'))).toEqual([
    ['01', 'Ha Noi', names, 'quarter III 2026', '50.00', '60.00', '2', '1'],
  ]);
});

test('nothing that changed is said to have changed', () => {
  const same = changeOf(old, old, { reports: [] });
  const blocks = blocksIn(briefingWith(same, 'en'));
  expect(blocks).toHaveLength(1);
  expect(JSON.stringify(blocks)).toContain('no figure has changed');
});
