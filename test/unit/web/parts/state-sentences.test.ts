import { describe, expect, test } from '@jest/globals';
import type { FiguresState, FreezingMeeting } from '../../../../web/app/figures-state.ts';
import {
  frozenSentence,
  plainText,
  type Sentence,
  stateSentence,
  statesSentence,
} from '../../../../web/parts/state-sentences.ts';

const meeting: FreezingMeeting = { id: 'ubqg-11', number: 11, state: 'planned', asks: [], freezeAt: null };
const published: FiguresState = { state: 'published' };
const provisional: FiguresState = { state: 'provisional', meeting };
const freezing: FiguresState = { state: 'freezing', meeting };
const frozen: FiguresState = { state: 'frozen', meeting };
const text = (sentence: Sentence | null) => sentence && plainText(sentence);

describe('of one period is told', () => {
  test.each([
    [published, null, 'Số liệu do bộ công bố.'],
    [provisional, null, 'Số tạm tính, còn thay đổi cho đến khi chốt cho phiên họp lần thứ 11.'],
    [
      { state: 'provisional', meeting: null },
      null,
      'Số tạm tính, còn thay đổi; kỳ này chưa được chốt cho phiên họp nào.',
    ],
    [freezing, null, 'Số tạm tính, đang được chốt cho phiên họp lần thứ 11.'],
    [
      frozen,
      null,
      'Số hiện hành. Kỳ này đã chốt cho phiên họp lần thứ 11; số đã chốt không đổi khi đơn vị sửa báo cáo.',
    ],
    [frozen, 0, 'Số hiện hành; tổng điểm và hạng đúng như đã chốt cho phiên họp lần thứ 11.'],
    [
      frozen,
      2,
      'Số hiện hành; tổng điểm hoặc hạng của 2 đơn vị khác với số đã chốt cho phiên họp lần thứ 11.',
    ],
  ] as [FiguresState, number | null, string][])('%j, %j changed: %s', (state, changed, expected) => {
    expect(text(stateSentence(state, 'vi', changed))).toBe(expected);
  });

  test('what is shown as it was frozen, as the way to its meeting', () => {
    expect(text(frozenSentence(meeting, 'vi'))).toBe(
      'Số đã chốt cho phiên họp lần thứ 11, không đổi khi đơn vị sửa báo cáo sau đó.',
    );
    expect(frozenSentence(meeting, 'vi')).toContainEqual({
      text: 'phiên họp lần thứ 11',
      href: '/?meeting=ubqg-11',
    });
  });

  test('the same in English, one unit as one', () => {
    expect(text(stateSentence(provisional, 'en'))).toBe(
      'Provisional figures: they change until they are frozen for meeting no. 11.',
    );
    expect(text(stateSentence(freezing, 'en'))).toBe(
      'Provisional figures: they are being frozen for meeting no. 11.',
    );
    expect(text(stateSentence(frozen, 'en', 1))).toBe(
      'Figures as they stand; 1 unit has another total or rank than was frozen for meeting no. 11.',
    );
  });

  test('what is provisional or published is never told as compared', () => {
    expect(stateSentence(provisional, 'vi', 0)).toEqual(stateSentence(provisional, 'vi'));
    expect(stateSentence(published, 'vi', 2)).toEqual(stateSentence(published, 'vi'));
  });

  test('a meeting leads to its own figures', () => {
    expect(stateSentence(frozen, 'vi')[1]).toEqual({
      text: 'phiên họp lần thứ 11',
      href: '/?meeting=ubqg-11',
    });
  });
});

describe('of several periods', () => {
  const states: Record<string, FiguresState> = {
    '2026-Q1': provisional,
    '2026-Q2': provisional,
    '2026-Q3': frozen,
    '2026-Q4': { state: 'provisional', meeting: null },
  };
  const told = (periods: string[], of = states) =>
    text(statesSentence(periods, (period) => of[period] ?? null, 'vi'));

  test('those beside one another with one state are told together, and no others', () => {
    expect(told(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])).toBe(
      'Quý I/2026 – quý II/2026: số tạm tính. Quý III/2026: số hiện hành, đã chốt cho phiên họp lần thứ 11. Quý IV/2026: số tạm tính.',
    );
    expect(told(['2022', '2024'], { '2022': published, '2024': published })).toBe(
      'Năm 2022 – năm 2024: do bộ công bố.',
    );
  });

  test('what is being frozen is told apart from what is only provisional', () => {
    expect(told(['2026-Q2', '2026-Q3'], { '2026-Q2': provisional, '2026-Q3': freezing })).toBe(
      'Quý II/2026: số tạm tính. Quý III/2026: số tạm tính, đang được chốt cho phiên họp lần thứ 11.',
    );
  });

  test('two meetings are told apart', () => {
    const twelve: FiguresState = { state: 'frozen', meeting: { ...meeting, id: 'ubqg-12', number: 12 } };
    expect(told(['2026-Q3', '2026-Q4'], { '2026-Q3': frozen, '2026-Q4': twelve })).toBe(
      'Quý III/2026: số hiện hành, đã chốt cho phiên họp lần thứ 11. Quý IV/2026: số hiện hành, đã chốt cho phiên họp lần thứ 12.',
    );
  });

  test('of what is not known nothing is told, and it parts what stands beside it', () => {
    expect(told(['2026-Q1', '2025-Q4', '2026-Q2'])).toBe(
      'Quý I/2026: số tạm tính. Quý II/2026: số tạm tính.',
    );
    expect(told(['2025-Q4'])).toBeNull();
    expect(told([])).toBeNull();
  });
});
