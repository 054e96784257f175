import type { CatalogueLists } from '../../app/catalogue-lists.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useQuery } from '../../app/use-query.ts';
import { periodTitle } from '../../format/periods.ts';
import { BasisSwitch } from '../../parts/basis-switch.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import type { AskedView } from './asked-view.ts';
import { GroupField, IndicatorField, SubjectField } from './subject-fields.tsx';
import type { ToldPeriod } from './told-periods.ts';

const words = { vi: { period: 'Kỳ' }, en: { period: 'Period' } };

/** What is shown: scorecard and group, or form and indicator; period; map. All of it stands in the address. */
export function ViewFilters({
  asked,
  lists,
  told,
  period,
  isRanking = false,
}: {
  asked: AskedView;
  lists: CatalogueLists;
  told: readonly ToldPeriod[];
  period: string | undefined;
  /** Of a ranking, scorecards alone are chosen from, whole. */
  isRanking?: boolean;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const { subject } = asked;
  return (
    <div class="filters">
      <SubjectField subject={subject} lists={lists} isRanking={isRanking} />
      {!isRanking &&
        ('form' in subject ? (
          <IndicatorField subject={subject} lists={lists} />
        ) : (
          <GroupField subject={subject} lists={lists} period={period} />
        ))}
      <ChoiceField
        id="ky"
        label={say.period}
        value={period ?? ''}
        choices={told.toReversed().map(({ item }) => [item.period, periodTitle(item.period, language)])}
        onChoose={(ky) => change({ ky })}
      />
      <BasisSwitch basis={asked.basis} onBasis={(basis) => change({ 'co-so': basis })} />
    </div>
  );
}
