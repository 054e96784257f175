import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../app/language.tsx';
import { holdLeaving } from '../app/leaving.ts';
import type { Desk } from './desk.ts';
import { type RunningUpload, runUpload, type Shown } from './run-upload.ts';
import { readyUpload, type UploadEvent } from './upload-state.ts';
import { uploadWords } from './upload-words.ts';

/** A file and where leave to put it is asked for; another one begins another upload. */
export type Sending = { file: File; desk: Desk };

/**
 * The upload of one file, as it goes on; who would leave it is asked first.
 * @param sending keep it (`useMemo`) as long as it is the same file
 */
export function useUpload(sending: Sending): Shown & {
  tell: (event: UploadEvent) => void;
  /** It can be told to begin. */
  isReady: boolean;
} {
  const say = useWords(uploadWords);
  const [running, setRunning] = useState<RunningUpload | null>(null);
  const [shown, setShown] = useState<Shown>({ upload: readyUpload(sending.desk.known), sent: 0 });
  useEffect(() => {
    const { file, desk } = sending;
    setShown({ upload: readyUpload(desk.known), sent: 0 });
    const started = runUpload(file, desk, setShown);
    setRunning(started);
    return () => started.end();
  }, [sending]);
  const isBusy = !['ready', 'refused', 'done'].includes(shown.upload.step);
  useEffect(() => {
    if (!isBusy) return;
    return holdLeaving(() => confirm(say.leave));
  }, [isBusy, say]);
  return { ...shown, tell: (event) => running?.tell(event), isReady: running !== null };
}
