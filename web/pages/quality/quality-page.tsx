import { useWords } from '../../app/language.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';

const words = { vi: { title: 'Chất lượng số liệu' }, en: { title: 'Data quality' } };

export function Page() {
  const say = useWords(words);
  return <PageHeading title={say.title} />;
}
