import { useWords } from '../../app/language.tsx';
import { type ScoredRound, useScoredRounds } from '../../app/scored-rounds.ts';
import { useQuery } from '../../app/use-query.ts';
import { type UnitBook, useUnits } from '../../app/use-units.ts';
import { Answered } from '../../parts/answered.tsx';
import { BasisSwitch, basisIn } from '../../parts/basis-switch.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { chosenIn } from './chosen.ts';
import { CompareGroups } from './compare-groups.tsx';
import { CompareIndicator } from './compare-indicator.tsx';
import { CompareTotals } from './compare-totals.tsx';
import { SubjectSelect, subjectIn } from './subject.tsx';
import { UnitChooser } from './unit-chooser.tsx';

const words = {
  vi: {
    title: 'So sánh',
    lead: 'Đặt tối đa năm tỉnh, thành phố cạnh nhau, trên cùng một thang.',
    choose: 'Chọn ít nhất một tỉnh, thành phố để bắt đầu.',
    unknown: (ids: string) => `Danh mục không có đơn vị: ${ids}.`,
    link: 'Địa chỉ của trang này mở lại đúng so sánh đang xem.',
  },
  en: {
    title: 'Compare',
    lead: 'Up to five provinces and cities side by side, on one scale.',
    choose: 'Choose at least one province or city to begin.',
    unknown: (ids: string) => `The catalogue has no unit: ${ids}.`,
    link: 'The address of this page reopens the very comparison that is shown.',
  },
};

/** Up to five units side by side; what is compared stands in the address. */
export function Page() {
  const say = useWords(words);
  const units = useUnits();
  const rounds = useScoredRounds();
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Answered answer={units.answer} reload={units.reload}>
        {(book) => (
          <Answered answer={rounds.answer} reload={rounds.reload}>
            {(known) => <Comparison book={book} rounds={known} />}
          </Answered>
        )}
      </Answered>
    </>
  );
}

function Comparison({ book, rounds }: { book: UnitBook; rounds: readonly ScoredRound[] }) {
  const say = useWords(words);
  const { query, change } = useQuery();
  const { chosen, unknown } = chosenIn(book, query['don-vi']);
  const basis = basisIn(query);
  const subject = subjectIn(query);
  const given = { book, chosen, basis, rounds };
  return (
    <>
      <UnitChooser book={book} chosen={chosen} basis={basis} />
      {unknown.length > 0 && <p class="missing">{say.unknown(unknown.join(', '))}</p>}
      <div class="filters">
        <SubjectSelect subject={subject} />
        <BasisSwitch basis={basis} onBasis={(to) => change({ 'co-so': to })} />
      </div>
      {chosen.length === 0 ? (
        <p role="status">{say.choose}</p>
      ) : (
        <>
          {subject === 'groups' && <CompareGroups {...given} />}
          {subject === 'totals' && <CompareTotals {...given} />}
          {subject === 'indicator' && <CompareIndicator {...given} />}
          <p class="soft">{say.link}</p>
        </>
      )}
    </>
  );
}
