import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import type { CatalogueLists } from '../../app/catalogue-lists.ts';
import { useWords } from '../../app/language.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { OtherPeriod } from '../../parts/silent-round.tsx';
import { type AskedView, formsOf, isKnown } from './asked-view.ts';
import type { ToldPeriod } from './told-periods.ts';
import { useToldPeriods } from './use-told-periods.ts';
import { ViewFilters } from './view-filters.tsx';

const words = {
  vi: {
    none: 'Chưa có số liệu của kỳ nào.',
    unknown: 'Không có bộ chỉ số, nhóm điểm hoặc chỉ tiêu mà địa chỉ của trang này nêu.',
    first: 'Xem chỉ số được hiện đầu tiên',
  },
  en: {
    none: 'There are no figures of any period yet.',
    unknown: 'There is no such scorecard, group of points or indicator as the address of this page names.',
    first: 'See the index that is shown first',
  },
};

type ChosenPeriodProps = {
  asked: AskedView;
  lists: CatalogueLists;
  isRanking?: boolean;
  children: (shown: ToldPeriod) => ComponentChildren;
};

/**
 * What is chosen of a map or a ranking, and its figures: of the period asked for, else another, which is said. An address
 * that names what is not there is told so.
 */
export function ChosenPeriod(props: ChosenPeriodProps) {
  const say = useWords(words);
  const { path } = useLocation();
  if (isKnown(props.asked.subject, props.lists)) return <KnownSubject {...props} />;
  return (
    <Notice kind="warning">
      <p>{say.unknown}</p>
      <p>
        <a href={path}>{say.first}</a>
      </p>
    </Notice>
  );
}

function KnownSubject({ asked, lists, isRanking = false, children }: ChosenPeriodProps) {
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
