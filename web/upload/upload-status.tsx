import { useWords } from '../app/language.tsx';
import { Notice } from '../parts/notice.tsx';
import { SignInAgain } from '../parts/sign-in-again.tsx';
import type { Doing, Upload } from './upload-state.ts';
import { uploadWords } from './upload-words.ts';

/**
 * Where the upload is, in words that are read out as they change; how far it has come is not: it would drown all else.
 */
export function UploadStatus({ upload, sent, total }: { upload: Upload; sent: number; total: number }) {
  const say = useWords(uploadWords);
  const isPutting = upload.step === 'working' && upload.doing === 'put';
  return (
    <>
      {isPutting && (
        <p class="upload-progress">
          <progress aria-label={say.progress} max={total} value={sent} />
          <span>{say.sending(sent, total)}</span>
        </p>
      )}
      <div role="status" class="upload-status">
        <StatusText upload={upload} />
      </div>
      {upload.step === 'signed-out' && (
        <Notice kind="warning" live title={say.expired}>
          <p>{say.expiredWhy}</p>
          <p>
            <SignInAgain />
          </p>
        </Notice>
      )}
    </>
  );
}

function StatusText({ upload }: { upload: Upload }) {
  const say = useWords(uploadWords);
  switch (upload.step) {
    case 'working':
      // Whoever sees the bar reads how far it has come.
      return <p class={upload.doing === 'put' ? 'unseen' : undefined}>{doingText(upload.doing, say)}</p>;
    case 'waiting': {
      const seconds = Math.round(upload.milliseconds / 1000);
      return <p>{(upload.why === 'busy' ? say.busy : say.waiting)(seconds, upload.tries + 1)}</p>;
    }
    case 'offline':
      return <p>{say.offline}</p>;
    case 'done':
      return (
        <Notice kind="success" title={say.done}>
          {upload.how === 'was-there' && <p>{say.wasThere}</p>}
          <p>{say.goingOn}</p>
        </Notice>
      );
    default:
      return null;
  }
}

function doingText(doing: Doing, say: (typeof uploadWords)['vi']): string {
  if (doing === 'put') return say.put;
  if (doing === 'look') return say.look;
  return doing === 'renew' ? say.renew : say.ask;
}
