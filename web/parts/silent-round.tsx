import { useLocation } from 'preact-iso';
import { type Silence, silenceOf } from '../../shared/aggregation/round.ts';
import type { Form } from '../../shared/catalog/schema.ts';
import { addressOf } from '../app/address-of.ts';
import { formAsking } from '../app/form-asking.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { newestTold } from '../app/round-coverage.ts';
import type { ScoredRound } from '../app/scored-rounds.ts';
import type { ToldRounds } from '../app/use-told-rounds.ts';
import { periodText } from '../format/periods.ts';
import { Notice } from './notice.tsx';
import { roundText } from './round-select.tsx';

type SilenceTexts = Readonly<Record<Silence, (period: string) => string>>;

const words = {
  vi: {
    silent: {
      'not-submitted': (period) => `Chưa có đơn vị nào báo cáo ${period}.`,
      'not-published': (period) => `Chưa có số liệu công bố của ${period}.`,
    } satisfies SilenceTexts,
    newest: 'Kỳ mới nhất có số liệu:',
    nothing: 'Hệ thống chưa có số liệu của kỳ nào.',
    notAsked: (period: string) => `Số liệu này không có kỳ ${period}.`,
    shown: (period: string) => `Trang đang hiện số liệu của ${period}.`,
  },
  en: {
    silent: {
      'not-submitted': (period) => `No unit has reported for ${period} yet.`,
      'not-published': (period) => `No figures have been published for ${period} yet.`,
    } satisfies SilenceTexts,
    newest: 'The newest period with figures:',
    nothing: 'There are no figures of any period yet.',
    notAsked: (period: string) => `These figures have no period ${period}.`,
    shown: (period: string) => `The page shows the figures of ${period}.`,
  },
};

/** Says that nothing is in of a round, and leads to where figures are; nothing where some unit counts. */
export function SilentRound({ told, round }: { told: ToldRounds; round: ScoredRound }) {
  const say = useWords(words);
  const language = useLanguage();
  const { path, query } = useLocation();
  if (told.coverageOf(round).counted > 0) return null;
  const newest = newestTold(told.rounds, told.coverageOf, round);
  const { scorecard, period } = newest ?? round;
  return (
    <>
      <p>{say.silent[silenceOf(round.form)](periodText(round.period, language))}</p>
      <p>
        {newest === undefined ? (
          say.nothing
        ) : (
          <>
            {say.newest}{' '}
            <a href={addressOf(path, { ...query, diem: scorecard.code, ky: period })}>
              {roundText(newest, language)}
            </a>
          </>
        )}
      </p>
    </>
  );
}

/**
 * Says that nothing is in of the period that an address asks for, and of which one figures are shown instead; nothing
 * where the period is shown, or none is asked for.
 * @param forms that ask for the periods
 */
export function OtherPeriod({
  asked,
  shown,
  forms,
}: {
  asked: string | null | undefined;
  shown: string;
  forms: readonly Pick<Form, 'periodKind' | 'from' | 'to' | 'owed' | 'unitKind'>[];
}) {
  const say = useWords(words);
  const language = useLanguage();
  if (!asked || asked === shown) return null;
  const form = formAsking(forms, asked);
  const why = form === undefined ? say.notAsked : say.silent[silenceOf(form)];
  return (
    <Notice kind="warning">
      <p>
        {why(periodText(asked, language))} {say.shown(periodText(shown, language))}
      </p>
    </Notice>
  );
}

/** The same of a round, which is chosen from those of every scorecard. */
export function OtherRound({
  asked,
  shown,
  rounds,
}: {
  asked: string | undefined;
  shown: ScoredRound;
  rounds: readonly ScoredRound[];
}) {
  const own = rounds.filter(({ scorecard }) => scorecard.code === shown.scorecard.code);
  const forms = [...new Set(own.map(({ form }) => form))];
  return <OtherPeriod asked={asked} shown={shown.period} forms={forms} />;
}
