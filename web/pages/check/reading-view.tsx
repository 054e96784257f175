import { useLanguage, useWords } from '../../app/language.tsx';
import type { Progress } from '../../engine/check-messages.ts';
import { bytesText, figureText } from '../../format/figures.ts';

const words = {
  vi: {
    reading: 'Đang đọc tệp',
    phases: { digest: 'Đang tính mã SHA-256', reading: 'Đang đọc các dòng', table: 'Đang sắp xếp kết quả' },
    asking: 'Đang lấy số liệu kỳ trước để đối chiếu',
    of: (read: string, whole: string) => `đã đọc ${read} / ${whole}`,
    rows: (rows: string) => `${rows} dòng`,
    cancel: 'Dừng đọc',
  },
  en: {
    reading: 'Reading the file',
    phases: {
      digest: 'Computing its SHA-256',
      reading: 'Reading its rows',
      table: 'Putting the result together',
    },
    asking: 'Fetching last period’s figures to compare with',
    of: (read: string, whole: string) => `${read} of ${whole} read`,
    rows: (rows: string) => `${rows} rows`,
    cancel: 'Stop',
  },
};

/** How far the reading is, and a way to stop it. */
export function ReadingView({
  file,
  progress,
  cancel,
}: {
  file: File;
  progress: Progress | null;
  cancel: () => void;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const read = Math.min(progress?.bytesRead ?? 0, file.size);
  const told = [
    progress === null ? say.asking : say.phases[progress.phase],
    progress !== null && say.of(bytesText(read, language), bytesText(file.size, language)),
    progress !== null && progress.rows > 0 && say.rows(figureText(String(progress.rows), language)),
  ];
  return (
    <section class="check-reading" aria-labelledby="check-reading">
      <h2 id="check-reading">
        <span role="status">
          {say.reading}: {file.name}
        </span>
      </h2>
      <progress max={Math.max(1, file.size)} value={read} aria-labelledby="check-reading" />
      <p>{told.filter(Boolean).join(' · ')}</p>
      <p class="actions">
        <button type="button" onClick={cancel}>
          {say.cancel}
        </button>
      </p>
    </section>
  );
}
