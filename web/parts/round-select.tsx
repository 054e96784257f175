import { useLanguage, useWords } from '../app/language.tsx';
import type { ScoredRound } from '../app/scored-rounds.ts';
import { periodTitle } from '../format/periods.ts';
import { ChoiceField } from './choice-field.tsx';

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
    <ChoiceField
      id="ky"
      label={say.label}
      value={String(rounds.indexOf(chosen))}
      choices={rounds.map((round, at) => [String(at), roundText(round, language)])}
      onChoose={(at) => {
        const round = rounds[Number(at)];
        if (round) onRound(round);
      }}
    />
  );
}

/** `Quý III/2026 · Chỉ số phục vụ người dân …`: the period first, where a narrow control cuts it off last. */
export function roundText({ scorecard, period }: ScoredRound, language: 'vi' | 'en'): string {
  return `${periodTitle(period, language)} · ${scorecard.names[language]}`;
}
