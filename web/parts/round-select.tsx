import { capitalised } from '../../shared/written.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import type { ScoredRound } from '../app/scored-rounds.ts';
import { periodText } from '../format/periods.ts';
import { Field } from './field.tsx';

const words = { vi: { label: 'Bộ chỉ số và kỳ' }, en: { label: 'Scorecard and period' } };

/** Chooses a scorecard and a period in one step. */
export function RoundSelect({
  rounds,
  chosen,
  onRound,
}: {
  rounds: readonly ScoredRound[];
  chosen: ScoredRound;
  onRound: (round: ScoredRound) => void;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <Field
      id="ky"
      label={say.label}
      control={(tied) => (
        <select
          {...tied}
          value={String(rounds.indexOf(chosen))}
          onChange={(event) => {
            const round = rounds[Number(event.currentTarget.value)];
            if (round) onRound(round);
          }}
        >
          {rounds.map((round, at) => (
            <option key={`${round.scorecard.code} ${round.period}`} value={String(at)}>
              {roundText(round, language)}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** `Quý III/2026 · Chỉ số phục vụ người dân …`: the period first, where a narrow control cuts it off last. */
export function roundText({ scorecard, period }: ScoredRound, language: 'vi' | 'en'): string {
  return `${capitalised(periodText(period, language))} · ${scorecard.names[language]}`;
}
