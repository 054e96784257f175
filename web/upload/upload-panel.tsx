import { useEffect, useId, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Report } from '../../shared/normalisation/report.ts';
import { contentTypeOf } from '../../shared/submissions/content-type.ts';
import { fileNameOf } from '../../shared/submissions/file-name.ts';
import { useWords } from '../app/language.tsx';
import { forgetAnswers } from '../app/use-answer.ts';
import { BeforeUpload } from './before-upload.tsx';
import { forgetUpload } from './kept-upload.ts';
import { reportDesk } from './report-desk.ts';
import { UploadActions } from './upload-actions.tsx';
import { UploadStatus } from './upload-status.tsx';
import { UploadTrouble } from './upload-trouble.tsx';
import { uploadWords } from './upload-words.ts';
import { useUpload } from './use-upload.ts';

type UploadPanelProps = {
  file: File;
  /** A unit's identity through time, `province:52@2025`. */
  unit: string;
  form: string;
  period: string;
  /** Of the bytes that were checked, lower-case hex: the storage admits no other. */
  sha256: string;
  /** What the check on this machine said; null: it was not checked here. */
  verdict: Report['verdict'] | null;
  /** The submission that waits for this file, where the page knows it. */
  submission?: string | null;
};

/**
 * Sends a checked file for its slot: ticket, signed URL, progress, and whatever goes wrong on a bad line; then opens the
 * page of the submission. Nothing is sent before the button is pressed, and nothing twice.
 */
export function UploadPanel({
  file,
  unit,
  form,
  period,
  sha256,
  verdict,
  submission = null,
}: UploadPanelProps) {
  const say = useWords(uploadWords);
  const { route } = useLocation();
  const titleId = useId();
  const of = useMemo(
    () => ({
      unit,
      form,
      period,
      fileName: fileNameOf(file.name),
      contentType: contentTypeOf(file.name),
      sha256,
    }),
    [unit, form, period, file, sha256],
  );
  const sending = useMemo(
    () => ({ file, desk: reportDesk(of, file.size, submission) }),
    [file, of, submission],
  );
  const { upload, sent, tell } = useUpload(sending);
  const isUnfinished = sending.desk.known !== null;
  const doneId = upload.step === 'done' ? upload.id : null;
  useEffect(() => {
    if (doneId === null) return;
    forgetUpload({ unit, form, period }, sessionStorage);
    forgetAnswers();
    route(`/ban-nop/${doneId}`);
  }, [doneId, route, unit, form, period]);
  return (
    <section class="upload" aria-labelledby={titleId}>
      <h2 id={titleId}>{say.title}</h2>
      {upload.step === 'ready' && (
        <BeforeUpload wasStopped={upload.wasStopped} verdict={verdict} isUnfinished={isUnfinished} />
      )}
      <UploadStatus upload={upload} sent={sent} total={file.size} />
      {upload.step === 'refused' && <UploadTrouble trouble={upload.trouble} of={of} />}
      {upload.step === 'ready' ? (
        <div class="actions">
          <button
            type="button"
            class={verdict === 'returned' ? '' : 'primary'}
            onClick={() => tell({ event: 'begin' })}
          >
            {upload.wasStopped || isUnfinished ? say.goOn : verdict === 'returned' ? say.anyway : say.send}
          </button>
        </div>
      ) : (
        <UploadActions upload={upload} tell={tell}>
          {'id' in upload && upload.id !== null && <a href={`/ban-nop/${upload.id}`}>{say.open}</a>}
        </UploadActions>
      )}
    </section>
  );
}
