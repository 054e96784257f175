import { useEffect, useRef, useState } from 'preact/hooks';
import type { UploadOf } from './kept-upload.ts';
import { type RunningUpload, runUpload, type Shown } from './run-upload.ts';
import { readyUpload, type UploadEvent } from './upload-state.ts';

/**
 * The upload of one file, as it goes on; another file or slot begins another one.
 * @param known the submission that the file belongs to, where the page knows
 */
export function useUpload(
  file: File,
  of: UploadOf,
  known: string | null,
): Shown & { tell: (event: UploadEvent) => void } {
  const running = useRef<RunningUpload | null>(null);
  const [shown, setShown] = useState<Shown>({ upload: readyUpload(known), sent: 0 });
  const { unit, form, period, sha256 } = of;
  useEffect(() => {
    running.current = runUpload(file, of, { known, onChange: setShown });
    setShown({ upload: readyUpload(known), sent: 0 });
    return () => running.current?.end();
  }, [file, unit, form, period, sha256, known]);
  const isBusy = !['ready', 'refused', 'done'].includes(shown.upload.step);
  useEffect(() => {
    if (!isBusy) return;
    // The browser asks whether to leave while a file is on its way.
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [isBusy]);
  return { ...shown, tell: (event) => running.current?.tell(event) };
}
