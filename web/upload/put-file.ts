import type { Ticket } from '../../shared/submissions/open-submission.ts';

/** A line on which nothing moves for so long is taken for broken; the put is tried again. */
const stalledMilliseconds = 60_000;

/**
 * Puts a file by its ticket. `fetch` tells nothing of how much has gone; this does.
 * @param onProgress is told how many bytes were handed to the line
 * @returns the status of the storage's answer; 0 when none came
 * @throws DOMException `AbortError` when `signal` says so
 */
export function putFile(
  { url, method, headers }: Ticket,
  file: Blob,
  { onProgress, signal }: { onProgress: (bytes: number) => void; signal: AbortSignal },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let stalled: ReturnType<typeof setTimeout> | undefined;
    const watchStall = () => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), stalledMilliseconds);
    };
    const end = (status: number) => {
      clearTimeout(stalled);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(new DOMException('stopped', 'AbortError'));
      else resolve(status);
    };
    const stop = () => request.abort();
    signal.addEventListener('abort', stop);
    request.upload.onprogress = ({ loaded }) => {
      watchStall();
      onProgress(loaded);
    };
    request.onload = () => end(request.status);
    request.onerror = () => end(0);
    request.onabort = () => end(0);
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) {
      // The browser sets it from the file, and lets no page do so.
      if (name !== 'content-length') request.setRequestHeader(name, value);
    }
    watchStall();
    request.send(file);
    if (signal.aborted) stop();
  });
}
