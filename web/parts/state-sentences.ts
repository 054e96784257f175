import { capitalised } from '../../shared/written.ts';
import { addressOf } from '../app/address-of.ts';
import type { FiguresState, FreezingMeeting } from '../app/figures-state.ts';
import type { Language } from '../app/language.tsx';
import { meetingWithin } from '../format/meetings.ts';
import { periodRangeText } from '../format/periods.ts';

/** A sentence of which some words lead somewhere: a page shows the link, a picture the words. */
export type Sentence = readonly (string | { text: string; href: string })[];

type Named = (meeting: FreezingMeeting) => { text: string; href: string };

const sentences = {
  vi: {
    published: 'Số liệu do bộ công bố.',
    until: ['Số tạm tính, còn thay đổi cho đến khi chốt cho ', '.'],
    freezing: ['Số tạm tính, đang được chốt cho ', '.'],
    none: 'Số tạm tính, còn thay đổi; kỳ này chưa được chốt cho phiên họp nào.',
    frozen: ['Số hiện hành. Kỳ này đã chốt cho ', '; số đã chốt không đổi khi đơn vị sửa báo cáo.'],
    same: ['Số hiện hành; tổng điểm và hạng đúng như đã chốt cho ', '.'],
    changed: (count: number) => [
      `Số hiện hành; tổng điểm hoặc hạng của ${count} đơn vị khác với số đã chốt cho `,
      '.',
    ],
    kept: ['Số đã chốt cho ', ', không đổi khi đơn vị sửa báo cáo sau đó.'],
    run: {
      published: 'do bộ công bố',
      provisional: 'số tạm tính',
      freezing: 'số tạm tính, đang được chốt cho ',
      frozen: 'số hiện hành, đã chốt cho ',
    },
  },
  en: {
    published: 'Figures published by a ministry.',
    until: ['Provisional figures: they change until they are frozen for ', '.'],
    freezing: ['Provisional figures: they are being frozen for ', '.'],
    none: 'Provisional figures: they change, and the period is not frozen for any meeting.',
    frozen: [
      'Figures as they stand. The period is frozen for ',
      '; what is frozen does not change when a unit revises its report.',
    ],
    same: ['Figures as they stand; totals and ranks are as they were frozen for ', '.'],
    changed: (count: number) => [
      `Figures as they stand; ${count} ${count === 1 ? 'unit has' : 'units have'} another total or rank than was frozen for `,
      '.',
    ],
    kept: ['Figures as they were frozen for ', ': they do not change when a unit revises its report later.'],
    run: {
      published: 'published by a ministry',
      provisional: 'provisional',
      freezing: 'provisional, being frozen for ',
      frozen: 'as they stand, frozen for ',
    },
  },
};

/**
 * Whether the figures of one period still change.
 * @param changed how many units of a scorecard have another total or rank than was frozen; null: not compared
 */
export function stateSentence(
  state: FiguresState,
  language: Language,
  changed: number | null = null,
): Sentence {
  const say = sentences[language];
  if (state.state === 'published') return [say.published];
  if (state.meeting === null) return [say.none];
  const [before = '', after = ''] =
    state.state !== 'frozen'
      ? say[state.state === 'freezing' ? 'freezing' : 'until']
      : changed === null
        ? say.frozen
        : changed === 0
          ? say.same
          : say.changed(changed);
  return [before, namedIn(language)(state.meeting), after];
}

/** What is said of figures that are shown as they were frozen for a meeting. */
export function frozenSentence(meeting: FreezingMeeting, language: Language): Sentence {
  const [before = '', after = ''] = sentences[language].kept;
  return [before, namedIn(language)(meeting), after];
}

/**
 * The same of several periods: periods beside one another with one state are told together.
 * @param periods in the order of time
 * @returns `Năm 2022 – năm 2024: do bộ công bố. Quý III/2026: số tạm tính.`; of what is not known
 *   nothing, null where that is all
 */
export function statesSentence(
  periods: readonly string[],
  stateOf: (period: string) => FiguresState | null,
  language: Language,
): Sentence | null {
  const runs: { from: string; to: string; state: FiguresState | null }[] = [];
  for (const period of periods) {
    const state = stateOf(period);
    const last = runs.at(-1);
    if (last !== undefined && nameOf(last.state) === nameOf(state)) last.to = period;
    else runs.push({ from: period, to: period, state });
  }
  const told = runs.flatMap(({ from, to, state }) => (state === null ? [] : [{ from, to, state }]));
  if (told.length === 0) return null;
  const say = sentences[language].run;
  return told.flatMap(({ from, to, state }, at) => {
    const range = `${at === 0 ? '' : ' '}${capitalised(periodRangeText(from, to, language))}: `;
    if (state.state === 'frozen' || state.state === 'freezing') {
      return [`${range}${say[state.state]}`, namedIn(language)(state.meeting), '.'];
    }
    return [`${range}${say[state.state]}.`];
  });
}

/** The sentence without its links. */
export function plainText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** A meeting in a sentence, as the way to its own figures. */
function namedIn(language: Language): Named {
  return ({ id, number }) => ({
    text: meetingWithin(number, language),
    href: addressOf('/', { meeting: id }),
  });
}

function nameOf(state: FiguresState | null): string | null {
  if (state === null) return null;
  const isNamed = state.state === 'frozen' || state.state === 'freezing';
  return isNamed ? `${state.state} ${state.meeting.id}` : state.state;
}
