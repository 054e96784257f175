import { useMemo } from 'preact/hooks';
import { everyPeriodBetween, periodOf } from '../../shared/catalog/period.ts';
import { mapDay } from '../../shared/catalog/reporters.ts';
import type { Form, Scorecard } from '../../shared/catalog/schema.ts';
import { type CatalogueLists, useCatalogueLists } from './catalogue-lists.ts';
import { useMeetings } from './coming-meeting.ts';
import type { Answer } from './use-answer.ts';

/** A period of a scorecard that can be looked at, and the form that its figures come from. */
export type ScoredRound = {
  scorecard: Scorecard;
  form: Form;
  period: string;
  /** The local day of whose map the figures were reported. */
  mapDay: string;
};

/**
 * Every period of every scorecard, the newest first.
 * @param upTo of a form that is still asked for, the last period to be told: those of the coming meeting
 */
export function scoredRounds({ scorecards, forms }: CatalogueLists, upTo: readonly string[]): ScoredRound[] {
  const found = scorecards.flatMap((scorecard) =>
    forms.filter(({ code }) => code === scorecard.form).flatMap((form) => roundsIn(scorecard, form, upTo)),
  );
  return found.sort((a, b) => {
    const [one, other] = [endOf(a.period), endOf(b.period)];
    return one === other ? 0 : one < other ? 1 : -1;
  });
}

function roundsIn(scorecard: Scorecard, form: Form, upTo: readonly string[]): ScoredRound[] {
  const lasts = form.to === null ? upTo : [form.to];
  const listed = lasts.map((to) => everyPeriodBetween(form.from, to));
  const longest = listed.sort((a, b) => b.length - a.length)[0] ?? [];
  return longest.flatMap((code) => {
    const period = periodOf(code);
    return period ? [{ scorecard, form, period: code, mapDay: mapDay(form, period) }] : [];
  });
}

function endOf(code: string): string {
  return periodOf(code)?.statistical.to ?? '';
}

/** The rounds as the service has them: of what is still asked for, until the periods of the coming meeting. */
export function useScoredRounds(): { answer: Answer<ScoredRound[]>; reload: () => void } {
  const meetings = useMeetings();
  const lists = useCatalogueLists();
  const answer = useMemo((): Answer<ScoredRound[]> => {
    if (lists.answer.state !== 'ready') return lists.answer;
    if (meetings.answer.state !== 'ready') return meetings.answer;
    const upTo = meetings.answer.value.coming?.periods ?? [];
    return { state: 'ready', value: scoredRounds(lists.answer.value, upTo) };
  }, [lists.answer, meetings.answer]);
  const reload = () => {
    meetings.reload();
    lists.reload();
  };
  return { answer, reload };
}

/**
 * The round that an address means (`diem`, `ky`), else the one that is shown first of those that it leaves, else the newest.
 * A scorecard that has not the period keeps its place: another of its periods is shown.
 */
export function scoredRoundMeant(
  rounds: readonly ScoredRound[],
  { diem, ky }: { diem?: string; ky?: string },
  first: (rounds: readonly ScoredRound[]) => ScoredRound | undefined,
): ScoredRound | undefined {
  const own = rounds.filter(({ scorecard }) => diem === undefined || scorecard.code === diem);
  const meant = own.filter(({ period }) => ky === undefined || period === ky);
  const known = [meant, own, rounds].find(({ length }) => length > 0) ?? [];
  return (ky === undefined || meant.length === 0 ? first(known) : undefined) ?? known[0];
}

/** What one series can hold: the periods of one kind of one scorecard. */
export type Stretch = { scorecard: Scorecard; forms: Form[]; from: string; to: string };

/** The series that rounds make, the one with the newest period first. */
export function stretchesOf(rounds: readonly ScoredRound[]): Stretch[] {
  const grouped = Map.groupBy(rounds, ({ scorecard, form }) => `${scorecard.code} ${form.periodKind}`);
  return [...grouped.values()].flatMap((group) => {
    const [newest, oldest] = [group[0], group.at(-1)];
    if (newest === undefined || oldest === undefined) return [];
    const forms = [...new Set(group.map(({ form }) => form))];
    return [{ scorecard: newest.scorecard, forms, from: oldest.period, to: newest.period }];
  });
}
