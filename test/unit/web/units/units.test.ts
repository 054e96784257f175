import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import type { MeetingView } from '../../../../shared/query/read-meeting.ts';
import { comingMeeting, meetingAfter } from '../../../../web/app/coming-meeting.ts';
import {
  type ScoredRound,
  scoredRoundMeant,
  scoredRounds,
  stretchesOf,
} from '../../../../web/app/scored-rounds.ts';
import { livingUnits, type UnitBook, unitMeant, unitNameIn } from '../../../../web/app/use-units.ts';
import { isMeant } from '../../../../web/format/search.ts';
import { changeFrom, largestOf, medianOf } from '../../../../web/format/statistics.ts';
import { chosenIn, mostUnits, offeredUnits } from '../../../../web/pages/compare/chosen.ts';
import { groupedBars } from '../../../../web/pages/compare/grouped-layout.ts';
import { shownUnits } from '../../../../web/pages/units/shown-units.ts';
import { extremesOf, type RankedItem } from '../../../../web/pages/units/standing.ts';

const book: UnitBook = { units: catalog.units, today: '2026-10-14' };
const idsOf = (units: readonly { id: string }[]) => units.map(({ id }) => id);

describe('which unit an address means', () => {
  test.each([
    ['province:52@2025', 'province:52@2025'],
    ['province:52@2008', 'province:52@2008'],
    // Since 2025-07-01 the code is Gia Lai's; before, it was Bình Định's.
    ['52', 'province:52@2025'],
    // Kon Tum's code is nobody's today.
    ['62', 'province:62@2008'],
    ['BKHCN', 'ministry:BKHCN'],
    ['BTTTT', 'ministry:BTTTT'],
    ['00', undefined],
    ['province:52@1999', undefined],
    ['', undefined],
  ])('%s', (asked, id) => {
    expect(unitMeant(book, asked)?.id).toBe(id);
  });

  test('a former unit whose name is borne today says so', () => {
    const name = (id: string, language: 'vi' | 'en') =>
      unitNameIn(book, catalog.units.get(id) as NonNullable<ReturnType<typeof unitMeant>>, language);
    expect(name('province:82@2025', 'vi')).toBe('Tỉnh Đồng Tháp');
    expect(name('province:87@2008', 'vi')).toBe('Tỉnh Đồng Tháp (cũ)');
    expect(name('province:87@2008', 'en')).toBe('Dong Thap (former)');
    expect(name('province:82@2008', 'vi')).toBe('Tỉnh Tiền Giang');
  });
});

describe('search without marks', () => {
  test.each([
    ['dong thap', ['Tỉnh Đồng Tháp'], true],
    ['ĐỒNG THÁP', ['Tỉnh Đồng Tháp'], true],
    ['thap', ['Tỉnh Đồng Tháp'], true],
    ['hap', ['Tỉnh Đồng Tháp'], false],
    ['ba ria vung tau', ['Tỉnh Bà Rịa - Vũng Tàu'], true],
    ['  ', ['Tỉnh Đồng Tháp'], true],
    ['an giang', ['Tỉnh Tiền Giang'], false],
  ])('%s', (wanted, texts, meant) => {
    expect(isMeant(wanted, texts)).toBe(meant);
  });

  test('a unit of today is found by what it was made of, and what is gone by itself', () => {
    const { provinces, ministries, gone } = shownUnits(book, 'tien giang');
    expect(idsOf(provinces)).toEqual(['province:82@2025']);
    expect(ministries).toEqual([]);
    expect(idsOf(gone)).toEqual(['province:82@2008']);
  });

  test('without a word, the 34 provinces of today and the 52 that were merged into others', () => {
    const { provinces, gone } = shownUnits(book, '');
    expect(provinces).toHaveLength(34);
    // 63 provinces until 2025-06-30, of which 11 went on unchanged.
    expect(gone.filter(({ kind }) => kind === 'province')).toHaveLength(52);
  });
});

describe('statistics of decimals', () => {
  test.each([
    [[], null],
    [['3'], '3'],
    [['1', '2'], '1.5'],
    [['0.1', '10', '9'], '9'],
    [['0.01', '0.02'], '0.015'],
    [['17.69', '17.78', '1', '20'], '17.735'],
  ])('the median of %j', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });

  test('the largest is no text comparison', () => {
    expect(largestOf(['9', '10', '-11'])).toBe('10');
    expect(largestOf([])).toBeNull();
  });

  test.each([
    ['86.5', '88.47', '1.97'],
    ['88.47', '86.5', '-1.97'],
    ['0.10', '0.1', '0'],
    ['0.1', '0.3', '0.2'],
  ])('%s → %s is %s', (before, now, change) => {
    expect(changeFrom(before, now)).toBe(change);
  });
});

describe('the meeting that everybody prepares', () => {
  const meeting = (id: string, date: string, more: Partial<MeetingView> = {}) =>
    ({ id, date, state: 'planned', asks: [{ form: 'qd766', period: '2026-Q3' }], ...more }) as MeetingView;
  const [ten, eleven, twelve] = [
    meeting('ubqg-10', '2026-07-15'),
    meeting('ubqg-11', '2026-10-15'),
    meeting('ubqg-12', '2027-01-14'),
  ];

  test.each([
    ['2026-10-14', 'ubqg-11'],
    ['2026-10-15', 'ubqg-11'],
    ['2026-10-16', 'ubqg-12'],
    ['2027-02-01', 'ubqg-12'],
  ])('on %s it is %s', (today, id) => {
    expect(comingMeeting([twelve, eleven, ten], today)?.id).toBe(id);
  });

  test('neither one that was cancelled, nor one from before this service', () => {
    const held = meeting('bcdcp-04', '2026-11-01', { state: 'held', asks: [] });
    const cancelled = meeting('ubqg-13', '2026-10-20', { state: 'cancelled' });
    expect(comingMeeting([held, cancelled, ten], '2026-10-16')?.id).toBe('ubqg-10');
    expect(comingMeeting([held], '2026-10-16')).toBeUndefined();
    // The one after it is the next that is planned, not one before it or cancelled, nor itself.
    expect(meetingAfter([twelve, eleven, ten, cancelled], ten)?.id).toBe('ubqg-11');
    expect(meetingAfter([ten, eleven], eleven)).toBeUndefined();
  });
});

describe('the rounds that can be looked at', () => {
  const given = { scorecards: catalog.everyScorecard, forms: catalog.everyForm };
  const rounds = scoredRounds(given, ['2026-Q4']);

  test('are told the newest first, and of a form that goes on until the coming meeting', () => {
    expect(rounds.map(({ scorecard, period }) => `${scorecard.code} ${period}`)).toEqual([
      'qd766 2026-Q4',
      'qd766 2026-Q3',
      'qd766 2024',
      'dti2024 2024',
      'qd766 2023',
      'dti922 2023',
      'qd766 2022',
      'dti922 2022',
    ]);
  });

  test('a form that was asked for more than sixty times loses none of its rounds', () => {
    const form = given.forms.find(({ code, periodKind }) => code === 'qd766' && periodKind === 'quarter');
    if (form === undefined) throw new Error('no form by quarter');
    // 2010 to 2026 are 17 years of four quarters.
    const long = { ...form, from: '2010-Q1', to: null };
    const [scorecard] = given.scorecards.filter((each) => each.form === form.code);
    if (scorecard === undefined) throw new Error('no scorecard');
    const told = scoredRounds({ scorecards: [scorecard], forms: [long] }, ['2026-Q4']);
    expect([told.length, told[0]?.period, told.at(-1)?.period]).toEqual([68, '2026-Q4', '2010-Q1']);
  });

  test('of the points of QĐ 766 by year, the map is the one on which they were published', () => {
    const mapOf = (code: string, period: string) =>
      rounds.find((round) => round.scorecard.code === code && round.period === period)?.mapDay;
    expect(mapOf('qd766', '2024')).toBe('2025-07-01');
    expect(mapOf('dti2024', '2024')).toBe('2024-12-31');
  });

  test('an address means the round that it names, else the one that is shown first of those it leaves', () => {
    const newest = (of: readonly ScoredRound[]) => of[0];
    const oldest = (of: readonly ScoredRound[]) => of.at(-1);
    expect(scoredRoundMeant(rounds, { diem: 'qd766', ky: '2023' }, oldest)).toMatchObject({ period: '2023' });
    expect(scoredRoundMeant(rounds, { ky: '2022' }, oldest)).toMatchObject({ scorecard: { code: 'qd766' } });
    expect(scoredRoundMeant(rounds, { ky: '2026-Q4' }, oldest)).toMatchObject({ period: '2026-Q4' });
    expect(scoredRoundMeant(rounds, { diem: 'dti922' }, newest)).toMatchObject({ period: '2023' });
    expect(scoredRoundMeant(rounds, { diem: 'dti922' }, oldest)).toMatchObject({ period: '2022' });
    // What a scorecard has not is shown of none other.
    expect(scoredRoundMeant(rounds, { diem: 'dti922', ky: '2026-Q4' }, newest)).toMatchObject({
      scorecard: { code: 'dti922' },
      period: '2023',
    });
    expect(scoredRoundMeant(rounds, { diem: 'none', ky: '1999' }, newest)).toBe(rounds[0]);
    expect(scoredRoundMeant(rounds, {}, () => undefined)).toBe(rounds[0]);
  });

  test('make a series of each kind of period', () => {
    expect(stretchesOf(rounds).map(({ scorecard, from, to }) => [scorecard.code, from, to])).toEqual([
      ['qd766', '2026-Q3', '2026-Q4'],
      ['qd766', '2022', '2024'],
      ['dti2024', '2024', '2024'],
      ['dti922', '2022', '2023'],
    ]);
  });
});

describe('what is compared', () => {
  test('each province once, in the order of the address, five at most; what is none is told', () => {
    const { chosen, unknown } = chosenIn(book, '82,province:52@2025,82,BKHCN,99,01,04,08,11');
    expect(idsOf(chosen)).toEqual([
      'province:82@2025',
      'province:52@2025',
      'province:01@2008',
      'province:04@2008',
      'province:08@2025',
    ]);
    expect(chosen).toHaveLength(mostUnits);
    expect(unknown).toEqual(['BKHCN', '99']);
  });

  test('those that are chosen are not offered again, and former ones only on the map of their periods', () => {
    const chosen = livingUnits(book, 'province').filter(({ code }) => code === '82');
    const offered = (basis: 'current' | 'as-reported', wanted: string) =>
      idsOf(offeredUnits({ book, chosen, basis }, wanted));
    expect(offered('current', 'dong')).toEqual(['province:68@2025', 'province:75@2025']);
    expect(offered('as-reported', 'dong thap')).toEqual(['province:87@2008']);
    expect(offered('current', '')).toEqual([]);
  });

  test('bars are on one scale, and one without a figure is not of length zero', () => {
    const { bars } = groupedBars(
      [
        {
          code: 'a',
          name: 'A',
          max: '20',
          bars: [
            { key: '1', name: 'X', value: '10', text: '10' },
            { key: '2', name: 'Y', value: null, text: 'chưa báo cáo' },
          ],
        },
        { code: 'b', name: 'B', max: '10', bars: [{ key: '1', name: 'X', value: '10', text: '10' }] },
      ],
      800,
    );
    expect(bars[0]?.width).toBeCloseTo(bars[2]?.width ?? 0, 6);
    expect(bars[0]?.frame).toBeCloseTo(2 * (bars[2]?.frame ?? 0), 6);
    expect(bars[1]?.width).toBeGreaterThan(0);
  });
});

test('strongest and weakest are of opposite halves, and what is not ranked is neither', () => {
  const item = (indicator: string, rank: number | null, ranked = 34, alike = rank === null ? 0 : 1) =>
    ({ indicator, rank, ranked, alike }) as RankedItem;
  const items = [
    item('first', 1),
    item('last', 34),
    item('upper', 17),
    item('lower', 18),
    item('none', null),
    item('alone', 1, 1),
  ];
  const { strongest, weakest } = extremesOf(items);
  expect(strongest.map(({ indicator }) => indicator)).toEqual(['first', 'upper']);
  expect(weakest.map(({ indicator }) => indicator)).toEqual(['last', 'lower']);
});

test('what all units have alike is no strength, and a rank that fewer share comes first', () => {
  const item = (indicator: string, alike: number) =>
    ({ indicator, rank: 1, ranked: 34, alike }) as RankedItem;
  const items = [item('everybody', 34), item('half of them', 17), item('alone', 1), item('two', 2)];
  const { strongest, weakest } = extremesOf(items);
  expect(strongest.map(({ indicator }) => indicator)).toEqual(['alone', 'two', 'half of them']);
  expect(weakest).toEqual([]);
});
