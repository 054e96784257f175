import type { Report } from '../../shared/normalisation/report.ts';
import { useWords } from '../app/language.tsx';
import type { Upload, UploadEvent } from './upload-state.ts';
import { uploadWords } from './upload-words.ts';

/** What can be done with the upload where it is. */
export function UploadActions({
  upload,
  verdict,
  isUnfinished,
  tell,
}: {
  upload: Upload;
  verdict: Report['verdict'] | null;
  isUnfinished: boolean;
  tell: (event: UploadEvent) => void;
}) {
  const say = useWords(uploadWords);
  const stop = (
    <button type="button" onClick={() => tell({ event: 'stop' })}>
      {say.stop}
    </button>
  );
  switch (upload.step) {
    case 'ready': {
      const goesOn = upload.wasStopped || isUnfinished;
      const label = goesOn ? say.goOn : verdict === 'returned' ? say.anyway : say.send;
      return (
        <div class="actions">
          <button
            type="button"
            class={verdict === 'returned' ? '' : 'primary'}
            onClick={() => tell({ event: 'begin' })}
          >
            {label}
          </button>
        </div>
      );
    }
    case 'working':
    case 'signed-out':
      return <div class="actions">{stop}</div>;
    case 'waiting':
    case 'offline':
      return (
        <div class="actions">
          <button type="button" class="primary" onClick={() => tell({ event: 'online' })}>
            {say.tryNow}
          </button>
          {stop}
        </div>
      );
    case 'refused':
      return <Refused upload={upload} tell={tell} />;
    case 'done':
      return (
        <p>
          <a href={`/ban-nop/${upload.id}`}>{say.open}</a>
        </p>
      );
  }
}

/** What the storage or the engine has seen already is sent as a new submission or not at all. */
function Refused({
  upload: { trouble, next, id },
  tell,
}: {
  upload: Extract<Upload, { step: 'refused' }>;
  tell: (event: UploadEvent) => void;
}) {
  const say = useWords(uploadWords);
  const isFinal =
    trouble.kind === 'file' ||
    (trouble.kind === 'storage' && trouble.status === 400) ||
    (trouble.kind === 'api' && trouble.problem.code === 'unchanged-file');
  return (
    <div class="actions">
      {!isFinal && (
        <button type="button" onClick={() => tell({ event: 'begin' })}>
          {next === 'open-anew' ? say.anew : say.retry}
        </button>
      )}
      {id !== null && <a href={`/ban-nop/${id}`}>{say.open}</a>}
    </div>
  );
}
