import type { MeetingCoverage } from '../../../shared/aggregation/meeting-coverage.ts';
import { silenceOf } from '../../../shared/aggregation/round.ts';
import type { Ranking } from '../../../shared/query/read-ranking.ts';
import { apiPath } from '../../app/api-path.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { scoredRoundMeant, useScoredRounds } from '../../app/scored-rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useFiguresState } from '../../app/use-figures-state.ts';
import { useQuery } from '../../app/use-query.ts';
import { useToldRounds } from '../../app/use-told-rounds.ts';
import { useUnits } from '../../app/use-units.ts';
import { meetingWithin } from '../../format/meetings.ts';
import { periodText } from '../../format/periods.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { Field } from '../../parts/field.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { SentenceText } from '../../parts/sentence.tsx';
import { stateSentence } from '../../parts/state-sentences.ts';
import { GoneUnits } from './gone-units.tsx';
import { Ministries } from './ministries.tsx';
import { ProvinceTable } from './province-table.tsx';
import { shownUnits } from './shown-units.ts';

const words = {
  vi: {
    title: 'Đơn vị',
    lead: 'Các tỉnh, thành phố và các bộ hiện nay; mỗi đơn vị mở ra điểm, chỉ tiêu, báo cáo và nhiệm vụ của đơn vị đó.',
    search: 'Tìm đơn vị',
    hint: 'Tên có dấu hoặc không dấu, tên cũ, hoặc mã. Ví dụ: dong thap, tien giang, 82.',
    found: (provinces: number, ministries: number, gone: number) =>
      `Đang hiện ${provinces} tỉnh, thành phố, ${ministries} bộ, cơ quan ngang bộ và ${gone} đơn vị trước khi sắp xếp.`,
    figures: (period: string, meeting: string) => `Hạng và điểm của ${period}; báo cáo là của ${meeting}.`,
    session: (number: number) => meetingWithin(number, 'vi'),
  },
  en: {
    title: 'Units',
    lead: 'The provinces, cities and ministries of today; each opens its scores, indicators, reports and tasks.',
    search: 'Find a unit',
    hint: 'A name with or without marks, a former name, or a code. For example: dong thap, tien giang, 82.',
    found: (provinces: number, ministries: number, gone: number) =>
      `Showing ${provinces} provinces and cities, ${ministries} ministries, and ${gone} units from before the reorganisation.`,
    figures: (period: string, meeting: string) => `Ranks and points of ${period}; reports for ${meeting}.`,
    session: (number: number) => meetingWithin(number, 'en'),
  },
};

/** Every unit: who has reported for the coming meeting, and where each stands. */
export function Page() {
  const say = useWords(words);
  const language = useLanguage();
  const { query, change } = useQuery();
  const { answer, reload } = useUnits();
  const { answer: meetings } = useMeetings();
  const coming = meetings.state === 'ready' ? meetings.value.coming : null;
  const rounds = useScoredRounds().answer;
  const scorecard = coming?.scorecards[0];
  const told = useToldRounds(rounds.state === 'ready' ? rounds.value : null, { basis: 'current' }).answer;
  // The ranks are of the last period that speaks for the nation, whatever few have reported for the next.
  const round =
    scorecard && told.state === 'ready'
      ? scoredRoundMeant(told.value.rounds, { diem: scorecard }, told.value.first)
      : undefined;
  const period = round?.period;
  const state = useFiguresState({ forms: round ? [round.form] : [], period: period ?? '' });
  const ranking = useAnswer<Ranking>(
    scorecard && period ? apiPath`/v1/public/scorecards/${scorecard}/${period}/ranking?basis=current` : null,
  );
  const coverage = useAnswer<MeetingCoverage>(coming && apiPath`/v1/public/meetings/${coming.id}/coverage`);
  const hasNone = meetings.state === 'ready' && coming === null;
  const ranked = told.state === 'failed' ? told : ranking.answer;
  const answers = [meetings, ranked, coverage.answer];
  // Where the meetings cannot be read nothing more is asked for.
  const isWaiting = meetings.state !== 'failed' && answers.some(({ state }) => state === 'loading');
  const wanted = query.tim ?? '';
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Field
        id="tim"
        label={say.search}
        hint={say.hint}
        control={(tied) => (
          <input
            {...tied}
            type="search"
            value={wanted}
            autocomplete="off"
            onInput={(event) => change({ tim: event.currentTarget.value })}
          />
        )}
      />
      <Answered answer={answer} reload={reload}>
        {(book) => {
          const shown = shownUnits(book, wanted);
          return (
            <>
              <p role="status">
                {say.found(shown.provinces.length, shown.ministries.length, shown.gone.length)}
              </p>
              {coming && period && (
                <p class="soft">
                  {say.figures(periodText(period, language), say.session(coming.number))}{' '}
                  {state !== null && <SentenceText sentence={stateSentence(state, language)} />}
                </p>
              )}
              {answers.map((each) =>
                each.state === 'failed' ? (
                  <ProblemView key={each.problem.code} problem={each.problem} />
                ) : null,
              )}
              {!hasNone && isWaiting && <Loading />}
              <ProvinceTable
                book={book}
                units={shown.provinces}
                ranking={hasNone ? null : ranked}
                silence={silenceOf(round?.form)}
                coverage={hasNone ? null : coverage.answer}
              />
              <Ministries book={book} units={shown.ministries} />
              <GoneUnits book={book} units={shown.gone} isOpen={wanted.trim() !== ''} />
            </>
          );
        }}
      </Answered>
    </>
  );
}
