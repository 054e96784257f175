import { useWords } from '../../app/language.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';

const words = { vi: { title: 'Rà soát bản nộp' }, en: { title: 'Review a submission' } };

export function Page() {
  const say = useWords(words);
  return <PageHeading title={say.title} />;
}
