import { useWords } from '../../app/language.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';

const words = { vi: { title: 'Kiểm tra tệp' }, en: { title: 'Check a file' } };

export function Page() {
  const say = useWords(words);
  return <PageHeading title={say.title} />;
}
