import type { ComponentChildren } from 'preact';
import type { CatalogueLists } from '../../app/catalogue-lists.ts';
import { useWords } from '../../app/language.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { OtherPeriod } from '../../parts/silent-round.tsx';
import { type AskedView, formsOf } from './asked-view.ts';
import type { ToldPeriod } from './told-periods.ts';
import { useToldPeriods } from './use-told-periods.ts';
import { ViewFilters } from './view-filters.tsx';

const words = {
  vi: { none: 'Chưa có số liệu của kỳ nào.' },
  en: { none: 'There are no figures of any period yet.' },
};

/** What is chosen of a map or a ranking, and its figures: of the period asked for, else another, which is said. */
export function ChosenPeriod({
  asked,
  lists,
  isRanking = false,
  children,
}: {
  asked: AskedView;
  lists: CatalogueLists;
  isRanking?: boolean;
  children: (shown: ToldPeriod) => ComponentChildren;
}) {
  const say = useWords(words);
  const { answer, shown, reload } = useToldPeriods(asked, lists);
  const told = answer.state === 'ready' ? answer.value : [];
  return (
    <>
      <ViewFilters
        asked={asked}
        lists={lists}
        told={told}
        period={shown?.item.period}
        isRanking={isRanking}
      />
      <Answered answer={answer} reload={reload}>
        {() =>
          shown === undefined ? (
            <Notice>{say.none}</Notice>
          ) : (
            <>
              <OtherPeriod
                asked={asked.period}
                shown={shown.item.period}
                forms={formsOf(asked.subject, lists)}
              />
              {children(shown)}
            </>
          )
        }
      </Answered>
    </>
  );
}
