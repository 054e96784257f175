import { PageHeading } from '../parts/page-heading.tsx';
import { useWords } from './language.tsx';

const words = {
  vi: {
    title: 'Không có trang này',
    advice: 'Địa chỉ có thể đã gõ nhầm hoặc trang đã được đổi tên.',
    home: 'Về trang Tổng quan',
  },
  en: {
    title: 'There is no such page',
    advice: 'The address may be mistyped, or the page was renamed.',
    home: 'Go to the overview',
  },
};

export function NotFound() {
  const say = useWords(words);
  return (
    <>
      <PageHeading title={say.title} />
      <p>{say.advice}</p>
      <p>
        <a href="/">{say.home}</a>
      </p>
    </>
  );
}
