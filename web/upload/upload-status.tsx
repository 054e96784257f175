import type { Report } from '../../shared/normalisation/report.ts';
import { useWords } from '../app/language.tsx';
import { Notice } from '../parts/notice.tsx';
import type { Upload } from './upload-state.ts';
import { uploadWords } from './upload-words.ts';

/** Where the upload is, in words that are read out as they change; the bar itself is not read out. */
export function UploadStatus({
  upload,
  sent,
  total,
  verdict,
  isUnfinished,
}: {
  upload: Upload;
  sent: number;
  total: number;
  verdict: Report['verdict'] | null;
  isUnfinished: boolean;
}) {
  const say = useWords(uploadWords);
  const isPutting = upload.step === 'working' && upload.doing === 'put';
  return (
    <>
      {upload.step === 'ready' && <Before {...{ wasStopped: upload.wasStopped, verdict, isUnfinished }} />}
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
            <a class="button" href="/dang-nhap?ve=/bao-cao" target="_blank" rel="noreferrer">
              {say.again}
            </a>
          </p>
        </Notice>
      )}
    </>
  );
}

function Before({
  wasStopped,
  verdict,
  isUnfinished,
}: {
  wasStopped: boolean;
  verdict: Report['verdict'] | null;
  isUnfinished: boolean;
}) {
  const say = useWords(uploadWords);
  const judged = { passed: say.passed, 'passed-with-warnings': say.warned, returned: say.returned };
  return (
    <>
      {verdict === 'returned' ? (
        <Notice kind="warning">
          <p>{say.returned}</p>
        </Notice>
      ) : (
        <p>{verdict === null ? say.unchecked : judged[verdict]}</p>
      )}
      {wasStopped ? <p>{say.stopped}</p> : isUnfinished && <p>{say.unfinished}</p>}
    </>
  );
}

function StatusText({ upload }: { upload: Upload }) {
  const say = useWords(uploadWords);
  switch (upload.step) {
    case 'working':
      // How far a put has come stands in the bar: read out with every step it would drown all else.
      if (upload.doing === 'put') return null;
      return <p>{upload.doing === 'look' ? say.look : upload.doing === 'renew' ? say.renew : say.open_}</p>;
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
