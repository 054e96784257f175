import { useEffect } from 'preact/hooks';
import { useWords } from '../../app/language.tsx';
import { UploadActions } from '../../upload/upload-actions.tsx';
import { UploadStatus } from '../../upload/upload-status.tsx';
import { UploadTrouble } from '../../upload/upload-trouble.tsx';
import { type Sending, useUpload } from '../../upload/use-upload.ts';
import { evidenceWords } from './evidence-words.ts';

/** Evidence on its way: begins by itself, and goes on after a broken line as a report does. */
export function EvidenceUpload({
  sending,
  onDone,
  onLeft,
}: {
  sending: Sending;
  onDone: () => void;
  /** It was stopped, or cannot be sent: back to the form. */
  onLeft: () => void;
}) {
  const say = useWords(evidenceWords);
  const { upload, sent, tell, isReady } = useUpload(sending);
  const { step } = upload;
  useEffect(() => {
    if (isReady) tell({ event: 'begin' });
  }, [isReady]);
  const wasStopped = step === 'ready' && upload.wasStopped;
  useEffect(() => {
    if (step === 'done') onDone();
    if (wasStopped) onLeft();
  }, [step, wasStopped]);
  return (
    <>
      <h3 lang="vi">{say.sending(sending.file.name)}</h3>
      <UploadStatus upload={upload} sent={sent} total={sending.file.size} />
      {step === 'refused' && <UploadTrouble trouble={upload.trouble} of={null} />}
      {step !== 'ready' && (
        <UploadActions upload={upload} tell={tell}>
          <button type="button" onClick={onLeft}>
            {say.back}
          </button>
        </UploadActions>
      )}
    </>
  );
}
