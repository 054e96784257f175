import { useRef, useState } from 'preact/hooks';
import { useWords } from '../../app/language.tsx';
import type { CheckState } from './file-check.ts';

const words = {
  vi: {
    choose: 'Chọn tệp để kiểm tra',
    another: 'Chọn tệp khác, hoặc chọn lại tệp đã sửa',
    hint: 'Tệp .xlsx, .xlsm, .xls, .csv hoặc .tsv theo mẫu của bạn. Có thể kéo tệp thả vào khung này.',
    drop: 'Thả tệp vào đây',
    one: 'Mỗi lần chỉ kiểm tra một tệp: đã lấy tệp đầu tiên.',
  },
  en: {
    choose: 'Choose a file to check',
    another: 'Choose another file, or the mended one again',
    hint: 'A .xlsx, .xlsm, .xls, .csv or .tsv file in your own layout. You can also drop it on this frame.',
    drop: 'Drop the file here',
    one: 'One file is checked at a time: the first was taken.',
  },
};

const kinds = '.xlsx,.xlsm,.xls,.csv,.tsv,.txt';

/** Where a file is chosen or dropped. The same file may be chosen again after it was mended. */
export function FileChoice({ state, choose }: { state: CheckState; choose: (file: File) => void }) {
  const say = useWords(words);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [several, setSeveral] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    setSeveral((files?.length ?? 0) > 1);
    if (file !== undefined) choose(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first
    <div
      class={isOver ? 'check-drop over' : 'check-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label for="check-file">{state.step === 'empty' ? say.choose : say.another}</label>
      <p class="hint" id="check-file-hint">
        {isOver ? say.drop : say.hint}
      </p>
      <input
        ref={input}
        id="check-file"
        type="file"
        accept={kinds}
        aria-describedby="check-file-hint"
        onClick={(event) => {
          // Else the same name would change nothing, and nobody would be told.
          event.currentTarget.value = '';
        }}
        onChange={(event) => take(event.currentTarget.files)}
      />
      {several && <p role="status">{say.one}</p>}
    </div>
  );
}
