import { useWords } from '../../app/language.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';

const words = { vi: { title: 'Báo cáo của đơn vị' }, en: { title: 'Your unit’s reports' } };

export function Page() {
  const say = useWords(words);
  return <PageHeading title={say.title} />;
}
