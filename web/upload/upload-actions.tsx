import type { ComponentChildren } from 'preact';
import { useWords } from '../app/language.tsx';
import type { Trouble, Upload, UploadEvent } from './upload-state.ts';
import { uploadWords } from './upload-words.ts';

/** What can be done with an upload that was begun. @param children where else to go from here */
export function UploadActions({
  upload,
  tell,
  children,
}: {
  upload: Exclude<Upload, { step: 'ready' }>;
  tell: (event: UploadEvent) => void;
  children?: ComponentChildren;
}) {
  const say = useWords(uploadWords);
  const isHeld = upload.step === 'waiting' || upload.step === 'offline';
  const isOver = upload.step === 'refused' || upload.step === 'done';
  return (
    <div class="actions">
      {isHeld && (
        <button type="button" class="primary" onClick={() => tell({ event: 'online' })}>
          {say.tryNow}
        </button>
      )}
      {upload.step === 'refused' && !isFinal(upload.trouble) && (
        <button type="button" onClick={() => tell({ event: 'begin' })}>
          {upload.next === 'open-anew' ? say.anew : say.retry}
        </button>
      )}
      {!isOver && (
        <button type="button" onClick={() => tell({ event: 'stop' })}>
          {say.stop}
        </button>
      )}
      {isOver && children}
    </div>
  );
}

/** The same again would meet the same: another file is needed, or none. */
function isFinal(trouble: Trouble): boolean {
  if (trouble.kind === 'file') return true;
  if (trouble.kind === 'storage') return trouble.status === 400;
  return trouble.kind === 'api' && trouble.problem.code === 'unchanged-file';
}
