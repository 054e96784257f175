import { useWords } from '../../app/language.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';

const words = { vi: { title: 'Bản đồ' }, en: { title: 'Map' } };

export function Page() {
  const say = useWords(words);
  return <PageHeading title={say.title} />;
}
