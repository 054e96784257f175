import { describe, expect, test } from '@jest/globals';
import { documentsOf } from '../../../shared/aggregation/aggregate-period.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import { briefingOf } from '../../../shared/briefing/briefing-of.ts';
import type { NamedSnapshot } from '../../../shared/briefing/told.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { totals } from '../../data/qd766/figures.ts';
import { said, table } from './briefing-parts.ts';
import { publishedRound, snapshotOfRounds } from './published-snapshot.ts';

/** What a reader is told of ranks that were lost, of reports that are not due, and of many that moved alike. */

const ranking = 'ranking-qd766-2026-Q3';
const before = snapshotOfRounds([publishedRound()], { of: { id: 'ubqg-10', number: 10 } });
const first = totals.find(({ rank }) => rank === '1')?.unit as string;
/** The round in which the first of the ranking reported nothing. */
const silent = publishedRound((entry) =>
  entry.unit.code === first ? { ...entry, standing: null, figures: [] } : entry,
);

function rowOf(briefing: ReturnType<typeof briefingOf>, id: string, code: string): string[] {
  const rows = table(briefing, id).rows.map((row) => row.map(({ text }) => text));
  return rows.find((row) => row.includes(code)) ?? [];
}

test('who was ranked and did not report now keeps its earlier rank, and is named', () => {
  const snapshot = snapshotOfRounds([silent], { previous: before });
  const briefing = briefingOf({ snapshot, previous: before, catalog, language: 'vi' });
  expect(first).toBe('82');
  expect(rowOf(briefing, ranking, first).slice(-3)).toEqual(['1', 'không xếp hạng', 'không xếp hạng']);
  expect(said(briefing, 'movers')).toContain(
    'Được xếp hạng tại phiên trước, nay không xếp hạng: Tỉnh Đồng Tháp (hạng trước 1, chưa báo cáo).',
  );
});

test('points that were gained have the decimals of the points', () => {
  const lower = publishedRound((entry) => {
    if (entry.unit.code !== '11') return entry;
    const none = entry.figures.map((each) =>
      each.indicator === '766.ONLINE' ? { ...each, value: '0' } : each,
    );
    return { ...entry, figures: none };
  });
  const previous = snapshotOfRounds([lower], { of: { id: 'ubqg-10', number: 10 } });
  const snapshot = snapshotOfRounds([publishedRound()], { previous });
  const briefing = briefingOf({ snapshot, previous, catalog, language: 'vi' });
  // 11 has 6.50 for online services in what was published.
  expect(
    table(briefing, ranking)
      .rows.find((row) => row[1]?.text === '11')
      ?.at(-1),
  ).toEqual({
    text: '▲ 6,50',
    value: '6.5',
  });
  expect(said(briefing, 'movers')).toContain('Tỉnh Điện Biên (4 bậc, tăng 6,50 điểm)');
});

describe('a report that is not due yet', () => {
  /** Before the deadline of the quarter, 25 September. */
  const early = '2026-09-20T10:00:00.000Z';
  const base = snapshotOfRounds([silent]).snapshot;
  const snapshot = {
    hash: 'a'.repeat(64),
    snapshot: {
      ...base,
      contents: documentsOf(silent, early),
      manifest: { ...base.manifest, cutOff: early },
    },
  };
  const briefing = briefingOf({ snapshot, previous: null, catalog, language: 'vi' });

  test('is told as such in the ranking and in the annex, on paper and in long form', () => {
    expect(rowOf(briefing, ranking, first)).toContain('chưa đến hạn');
    expect(rowOf(briefing, 'f-qd766-2026-Q3-1', first)).toContain('chưa đến hạn');
    const long = table(briefing, 'figures').full ?? [];
    const reasons = long.filter(([code]) => code?.text === first).map((row) => row[10]?.text);
    expect(new Set(reasons)).toEqual(new Set(['chưa đến hạn']));
    expect(said(briefing, 'movers')).not.toContain('chưa báo cáo');
  });
});

describe('many that moved alike', () => {
  /** The ranking before, made so that whoever is last now was first, and all others stood one place lower. */
  function turned(): NamedSnapshot {
    const contents = before.snapshot.contents.map((entry) => {
      if (entry.name.kind !== 'scorecard') return entry;
      const card = entry.document as ScorecardRollup;
      const units = card.units.map((unit, at) => ({ ...unit, rank: at === 33 ? 1 : at + 2 }));
      return { ...entry, document: { ...card, units } };
    });
    return { hash: before.hash, snapshot: { ...before.snapshot, contents } };
  }
  const snapshot = snapshotOfRounds([publishedRound()], { previous: before });

  test.each([
    ['vi', 'Tăng hạng nhiều nhất: 33 đơn vị cùng 1 bậc.', '(33 bậc, điểm không đổi)'],
    ['en', 'Up the most: 33 units by 1 place each.', '(33 places, points unchanged)'],
  ] as const)('are counted where they are too many to be named (%s)', (language, up, down) => {
    const now = snapshotOfThe34();
    const briefing = briefingOf({ snapshot: now, previous: turned(), catalog, language });
    expect(said(briefing, 'movers')).toContain(up);
    expect(said(briefing, 'movers')).toContain(down);
  });

  /** Ranks without ties, so that each unit's move can be told by hand. */
  function snapshotOfThe34(): NamedSnapshot {
    const contents = snapshot.snapshot.contents.map((entry) => {
      if (entry.name.kind !== 'scorecard') return entry;
      const card = entry.document as ScorecardRollup;
      return {
        ...entry,
        document: { ...card, units: card.units.map((unit, at) => ({ ...unit, rank: at + 1 })) },
      };
    });
    return { hash: snapshot.hash, snapshot: { ...snapshot.snapshot, contents } };
  }
});
