import { useWords } from '../../app/language.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';

const words = { vi: { title: 'Lịch phiên họp' }, en: { title: 'Calendar of meetings' } };

export function Page() {
  const say = useWords(words);
  return <PageHeading title={say.title} />;
}
