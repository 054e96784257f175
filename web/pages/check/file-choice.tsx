import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../app/language.tsx';
import type { CheckState } from './file-check.ts';

const words = {
  vi: {
    choose: 'Chọn tệp để kiểm tra',
    another: 'Chọn tệp khác, hoặc chọn lại tệp đã sửa',
    hint: 'Tệp .xlsx, .xlsm, .xls, .csv hoặc .tsv theo biểu mẫu của kỳ báo cáo. Có thể kéo tệp thả vào khung này.',
    drop: 'Thả tệp vào đây',
    one: 'Mỗi lần chỉ kiểm tra một tệp: đã lấy tệp đầu tiên.',
  },
  en: {
    choose: 'Choose a file to check',
    another: 'Choose another file, or the mended one again',
    hint: 'A .xlsx, .xlsm, .xls, .csv or .tsv file for the form of this period. You can also drop it on this frame.',
    drop: 'Drop the file here',
    one: 'One file is checked at a time: the first was taken.',
  },
};

const kinds = '.xlsx,.xlsm,.xls,.csv,.tsv,.txt';

/**
 * Where a file is chosen, or dropped anywhere on the page. The same file may be chosen again after it was mended.
 * The button is the field's label, so that it speaks the reader's language and not the browser's.
 */
export function FileChoice({
  state,
  isReady,
  choose,
}: {
  state: CheckState;
  isReady: boolean;
  choose: (file: File) => void;
}) {
  const say = useWords(words);
  const [several, setSeveral] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    setSeveral((files?.length ?? 0) > 1);
    if (file !== undefined) choose(file);
  };
  const isOver = useDrop(take);
  const isToSend = state.step === 'checked' && state.summary.report.verdict !== 'returned';
  return (
    <div class={isOver ? 'check-drop over' : 'check-drop'} data-ready={isReady}>
      <input
        id="check-file"
        class="unseen"
        type="file"
        accept={kinds}
        aria-describedby="check-file-hint"
        onClick={(event) => {
          // Else the same name would change nothing, and nobody would be told.
          event.currentTarget.value = '';
        }}
        onChange={(event) => take(event.currentTarget.files)}
      />
      <label for="check-file" class={isToSend ? 'button quiet' : 'button'}>
        {state.step === 'empty' ? say.choose : say.another}
      </label>
      <p class="hint" id="check-file-hint">
        {isOver ? say.drop : say.hint}
      </p>
      {several && <p role="status">{say.one}</p>}
    </div>
  );
}

/** A file that is dropped beside the frame would else take the browser away from the page. */
function useDrop(take: (files: FileList | null | undefined) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer?.files);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  });
  return isOver;
}
