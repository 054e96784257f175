import { describe, expect, test } from '@jest/globals';
import type { Entry } from '../../../shared/aggregation/round.ts';
import { briefingOf } from '../../../shared/briefing/briefing-of.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { ReportedTask, TasksDocument } from '../../../shared/tasks/task.ts';
import { totals } from '../../data/qd766/figures.ts';
import { publishedRows } from '../samples/published-data.ts';
import { said, table } from './briefing-parts.ts';
import { figure, publishedBriefing, publishedRound, snapshotOfRounds } from './published-snapshot.ts';

const whole = publishedBriefing('vi');

const changed = (change: (entry: Entry) => Entry, language: 'vi' | 'en' = 'vi') =>
  briefingOf({ snapshot: snapshotOfRounds([publishedRound(change)]), previous: null, catalog, language });

describe('what stands in a briefing', () => {
  test('coverage first, then pillars, ranking, tasks, changes, quality and the annex', () => {
    const ids = ['coverage', 'pillars', 'movers', 'tasks', 'changes', 'quality', 'annex'];
    expect(whole.sections.map(({ id }) => id)).toEqual(ids);
    expect(publishedBriefing('en').sections.map(({ id }) => id)).toEqual(ids);
  });

  test('every ratio is the one that was published, in the annex, in long form', () => {
    const rows = table(whole, 'figures').full ?? [];
    const values = new Map(rows.map((row) => [`${row[0]?.text} ${row[4]?.text}`, row[7]]));
    // `0` and `0` have no ratio; what has no counts is granted.
    const published = publishedRows('ratios.csv').filter(({ percent }) => percent !== '');
    const differing = published.filter(({ unit, indicator, percent }) => {
      const cell = values.get(`${unit} ${indicator}`);
      return cell?.value !== undefined && Number(cell.value) !== Number(percent);
    });
    expect(differing).toEqual([]);
    expect(rows).toHaveLength(21 * 35);
    expect(values.get('14 766.PUBLISH_ON_TIME')).toEqual({ text: '' });
    expect(rows.find((row) => row[0]?.text === '14' && row[4]?.text === '766.PUBLISH_ON_TIME')?.[10]).toEqual(
      {
        text: '0/0',
      },
    );
  });

  test('ranks are those that were published', () => {
    const ranks = new Map(
      table(whole, 'ranking-qd766-2026-Q3').rows.map((row) => [row[1]?.text, row[0]?.value]),
    );
    expect(totals.map(({ unit, rank }) => ranks.get(unit as string) === rank)).not.toContain(false);
    expect(said(whole, 'movers')).toContain('Chưa có bản chốt của phiên họp trước');
  });

  test('a constructed meeting says that it is, and the foot names the snapshot', () => {
    expect(whole.preface[0]).toContain('được dựng để trình diễn');
    expect(whole.foot).toContain(whole.snapshot);
    expect(whole.preface[1]).toContain('17:00 ngày 14/10/2026');
  });
});

describe('who did not report', () => {
  const missing = changed((entry) => {
    if (entry.unit.code === '01') return { ...entry, standing: null, figures: [] };
    if (entry.unit.code === '04') return { ...entry, standing: { version: 1, state: 'late' } };
    return entry.unit.code === '08' ? { ...entry, standing: { version: 3, state: 'on-time' } } : entry;
  });

  test('is named, with who is late and who revised', () => {
    const text = said(missing, 'coverage');
    expect(text).toContain(
      '33/34 đơn vị đã báo cáo (32 đúng hạn và 1 chậm), trong đó 1 đơn vị đã điều chỉnh; 1 đơn vị chưa báo cáo.',
    );
    expect(text).toContain('Chưa báo cáo: Thành phố Hà Nội.');
    expect(text).toContain('Báo cáo chậm: Tỉnh Cao Bằng.');
    expect(text).toContain('phiên bản 3 đang có hiệu lực');
    // The rule by which it is late stands beside it.
    expect(text).toContain('Điều 13 Nghị định số 09/2019/NĐ-CP');
  });

  test('revised and nil reports are told among those that came, so that the counts add up', () => {
    const nil = changed((entry) => {
      if (entry.unit.code === '04') return { ...entry, standing: { version: 2, state: 'late' } };
      const standing = { version: 1, state: 'on-time' as const, nil: true as const };
      return entry.unit.code === '08' ? { ...entry, standing, figures: [] } : entry;
    });
    expect(said(nil, 'coverage')).toContain(
      '34/34 đơn vị đã báo cáo (33 đúng hạn và 1 chậm), trong đó 1 đơn vị đã điều chỉnh và 1 đơn vị báo cáo không phát sinh.',
    );
  });

  test('is missing in words in every table of figures, never 0 and never blank', () => {
    const row = table(missing, 'f-qd766-2026-Q3-1').rows.find(([code]) => code?.text === '01');
    expect(row?.slice(2).map(({ text, value }) => [text, value])).toEqual(
      Array.from({ length: 6 }, () => ['chưa báo cáo', undefined]),
    );
    const ranked = table(missing, 'ranking-qd766-2026-Q3').rows.at(-1);
    expect(ranked?.map(({ text }) => text).slice(0, 4)).toEqual([
      'không xếp hạng',
      '01',
      'Thành phố Hà Nội',
      'chưa báo cáo',
    ]);
  });
});

describe('since the meeting before', () => {
  const total = '766.ONLINE';
  /** Two units that tell the same, and one that changed places. */
  const previous = snapshotOfRounds(
    [
      publishedRound((entry) => {
        if (entry.unit.code !== '82') return entry;
        const figures = entry.figures.map((each) =>
          each.indicator === total ? figure(total, { value: '0' }) : each,
        );
        return { ...entry, figures };
      }),
    ],
    { of: { id: 'ubqg-10', number: 10 } },
  );
  const snapshot = snapshotOfRounds([publishedRound()], { previous });
  const moved = briefingOf({ snapshot, previous, catalog, language: 'vi' });

  test('moves in rank and points are told', () => {
    const row = table(moved, 'ranking-qd766-2026-Q3').rows.find((each) => each[1]?.text === '82');
    const [before, ranks, points] = row?.slice(-3) ?? [];
    // 68.80 without the 8.84 of online services is 59.96: after 60.79 (Thanh Hóa) and before 59.74 (Sơn La).
    const lower = totals.filter(
      ({ unit, total: points_ }) => unit !== '82' && Number(points_) > 59.96,
    ).length;
    expect(before?.value).toBe(String(lower + 1));
    expect(ranks).toEqual({ text: `▲ ${lower}`, value: String(lower) });
    expect(points).toEqual({ text: '▲ 8,84', value: '8.84' });
    expect(said(moved, 'movers')).toContain(
      `Tăng hạng nhiều nhất: Tỉnh Đồng Tháp (${lower} bậc, tăng 8,84 điểm).`,
    );
  });

  test('another snapshot than the manifest names is refused, and so is another catalogue', () => {
    expect(() => briefingOf({ snapshot, previous: null, catalog, language: 'vi' })).toThrow(
      'not the snapshot before',
    );
    const other = { ...catalog, version: '1999.1' };
    expect(() => briefingOf({ snapshot, previous, catalog: other, language: 'vi' })).toThrow(
      'not the catalogue',
    );
  });

  test('a scorecard of another version is not compared, and it is said why', () => {
    const contents = previous.snapshot.contents.map((entry) =>
      entry.name.kind === 'scorecard' ? { ...entry, document: { ...entry.document, version: 1 } } : entry,
    );
    const older = { hash: previous.hash, snapshot: { ...previous.snapshot, contents } };
    const briefing = briefingOf({ snapshot, previous: older, catalog, language: 'en' });
    expect(said(briefing, 'movers')).toContain('version 1 at the meeting before, version 2 now');
    expect(table(briefing, 'ranking-qd766-2026-Q3').columns.map(({ head }) => head)).not.toContain(
      'Rank before',
    );
  });
});

describe('tasks', () => {
  const one = (number: number, more: Partial<ReportedTask>): ReportedTask => ({
    id: `ubqg-10/${number}`,
    meeting: 'ubqg-10',
    number,
    text: `Nhiệm vụ dựng số ${number}`,
    lead: 'ministry:BCA',
    leadName: 'Bộ Công an',
    with: [],
    withNames: [],
    deliverable: 'Báo cáo',
    measure: 'Đã ban hành',
    deadline: '2026-09-30',
    constructed: true,
    carried: false,
    passedFrom: null,
    leadDivided: false,
    state: 'done',
    reported: true,
    doneOn: '2026-09-01',
    result: 'Đã ban hành',
    cause: null,
    told: null,
    ...more,
  });
  const document: TasksDocument = {
    schema: 'tasks/1',
    meeting: 'ubqg-11',
    previous: 'ubqg-10',
    carried: 1,
    assigned: 2,
    done: 1,
    continuing: 2,
    notReported: 1,
    tasks: [
      one(1, { carried: true }),
      one(2, { state: 'continuing', doneOn: null, result: null, cause: 'Chưa đủ kinh phí' }),
      one(3, { state: 'continuing', reported: false, doneOn: null, result: null, deadline: '2026-12-31' }),
    ],
  };
  const documents = [{ name: { kind: 'tasks' as const, code: 'ubqg-11', period: null }, document }];
  const snapshot = snapshotOfRounds([publishedRound()], { documents });
  const briefing = briefingOf({ snapshot, previous: null, catalog, language: 'vi' });

  test('carried and assigned are reconciled with done and continuing', () => {
    expect(said(briefing, 'tasks')).toContain(
      'Tổng số 3 nhiệm vụ, gồm 1 nhiệm vụ chuyển tiếp và 2 nhiệm vụ giao tại phiên họp trước; đã hoàn thành 1, tiếp tục thực hiện 2, trong đó 1 nhiệm vụ chưa được đơn vị chủ trì báo cáo.',
    );
  });

  test('causes travel to the briefing, and who told none is named', () => {
    const rows = table(briefing, 'tasks-continuing').rows.map((row) => row.map(({ text }) => text));
    expect(rows.map((row) => row.slice(5))).toEqual([
      ['quá hạn', 'không nêu', 'Chưa đủ kinh phí'],
      ['trong hạn', 'không nêu', 'đơn vị chủ trì chưa báo cáo'],
    ]);
    expect(rows[0]?.[1]).toBe('Nhiệm vụ dựng số 2*');
    expect(said(briefing, 'tasks')).toContain('dấu * được dựng');
    expect(rows[0]?.slice(0, 1)).toEqual(['2 (phiên họp lần thứ 10)']);
    expect(rows[0]?.[2]).toBe('Báo cáo; Đã ban hành');
  });

  // The cut-off is 17:00 of 14 October; the session a day later.
  const other = (tasks: ReportedTask[], language: 'vi' | 'en') => {
    const counts = { carried: 0, assigned: tasks.length, done: 0, continuing: 0, notReported: 0 };
    const one_ = [{ name: documents[0]?.name as never, document: { ...document, ...counts, tasks } }];
    const with_ = snapshotOfRounds([publishedRound()], { documents: one_ });
    return briefingOf({ snapshot: with_, previous: null, catalog, language });
  };
  const open = { state: 'continuing' as const, doneOn: null, result: null, cause: 'x' };

  test('overdue is what was due before the day of the cut-off, whenever the session is', () => {
    const due = ['2026-10-13', '2026-10-14', '2026-10-15'].map((deadline, at) =>
      one(at, { ...open, deadline }),
    );
    const rows = table(other(due, 'vi'), 'tasks-continuing').rows.map((row) => row[5]?.text);
    expect(rows).toEqual(['quá hạn', 'trong hạn', 'trong hạn']);
  });

  test('what was done after its deadline says so', () => {
    const done = ['2026-09-30', '2026-10-01'].map((doneOn, at) => one(at, { doneOn }));
    const rows = (language: 'vi' | 'en') =>
      table(other(done, language), 'tasks-done').rows.map((row) => row[5]?.text);
    expect(rows('vi')).toEqual(['30/09/2026', '01/10/2026 (quá hạn)']);
    expect(rows('en')).toEqual(['30 September 2026', '1 October 2026 (late)']);
  });

  test('in English units have their English names; a meeting that is not known has its id', () => {
    const shared = one(7, {
      meeting: 'abc-03',
      with: ['province:01@2008'],
      withNames: ['Thành phố Hà Nội'],
    });
    const [row] = table(other([shared], 'en'), 'tasks-done').rows;
    expect(row?.[0]?.text).toBe('7 (abc-03)');
    expect(row?.[3]?.text).toBe('Ministry of Public Security (with Ha Noi)');
  });
});
