import { useWords } from '../../app/language.tsx';
import { Notice } from '../../parts/notice.tsx';

const words = {
  vi: {
    cut: (count: string) =>
      `Còn nhiều nhiệm vụ hơn. Trang này và tệp tải về chỉ có ${count} nhiệm vụ đầu tiên.`,
  },
  en: {
    cut: (count: string) => `There are more tasks. This page and its file have the first ${count} only.`,
  },
};

/** Says that a list of tasks is not the whole. */
export function CutTasks({ count }: { count: number }) {
  const say = useWords(words);
  return <Notice kind="warning">{say.cut(String(count))}</Notice>;
}
