import { useWords } from '../../app/language.tsx';
import { useQuery } from '../../app/use-query.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';

type Subject = 'groups' | 'totals' | 'indicator';

const words = {
  vi: {
    label: 'So sánh gì',
    groups: 'Các nhóm điểm của một kỳ',
    totals: 'Tổng điểm qua các kỳ',
    indicator: 'Một chỉ tiêu qua các kỳ',
  },
  en: {
    label: 'What is compared',
    groups: 'Groups of points in one period',
    totals: 'Totals over time',
    indicator: 'One indicator over time',
  },
};

const names = { groups: null, totals: 'tong', indicator: 'chi-tieu' } as const;

/** What an address compares: an indicator where it names one. */
export function subjectIn(query: Record<string, string>): Subject {
  if (query.xem === 'tong') return 'totals';
  return query.xem === 'chi-tieu' || query['chi-tieu'] !== undefined ? 'indicator' : 'groups';
}

export function SubjectSelect({ subject }: { subject: Subject }) {
  const say = useWords(words);
  const { change } = useQuery();
  return (
    <ChoiceField
      id="xem"
      label={say.label}
      value={subject}
      choices={(['groups', 'totals', 'indicator'] as const).map((each) => [each, say[each]])}
      onChoose={(to) =>
        change({ xem: names[to], ...(to === 'indicator' ? {} : { 'chi-tieu': null, bieu: null }) })
      }
    />
  );
}
