import type { Basis } from '../../../shared/aggregation/basis.ts';
import type { Indicator, Scorecard } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { words } from './words.ts';

/** Of which indicators each group's points are made, as links to their pages. */
export function GroupIndicators({
  scorecard,
  period,
  basis,
}: {
  scorecard: Scorecard;
  period: string;
  basis: Basis;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer } = useAnswer<{ items: Indicator[] }>('/v1/public/catalog/indicators');
  const names = new Map(
    answer.state === 'ready' ? answer.value.items.map(({ id, names }) => [id, names]) : [],
  );
  return (
    <section>
      <h2>{say.indicators}</h2>
      {scorecard.groups.map((group) => (
        <details key={group.code}>
          <summary>{group.names[language]}</summary>
          <ul>
            {indicatorsOf(group).map((id) => (
              <li key={id}>
                <a href={`/chi-tieu/${id}?bieu=${scorecard.form}&ky=${period}&co-so=${basis}`}>
                  {names.get(id)?.[language] ?? id}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function indicatorsOf(group: Scorecard['groups'][number]): string[] {
  if ('metrics' in group) return group.metrics.map(({ indicator }) => indicator);
  return 'indicator' in group ? [group.indicator] : [];
}
