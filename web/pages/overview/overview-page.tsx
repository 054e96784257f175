import { useWords } from '../../app/language.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';

const words = { vi: { title: 'Tổng quan' }, en: { title: 'Overview' } };

export function Page() {
  const say = useWords(words);
  return <PageHeading title={say.title} />;
}
