import type { Ticket } from '../../shared/submissions/open-submission.ts';

/** Leave to put a file; `ticket` null: it has come already. */
export type Granted = { id: string; ticket: Ticket | null };

/** Where leave to put one file is asked for: a report's submission, or a piece of evidence beside one. */
export type Desk = {
  /** What was opened for this very file before, as this tab or the page remembers it. */
  known: string | null;
  /** @param isNew under a key of its own; else asked again it finds what it opened */
  open: (isNew: boolean, signal: AbortSignal) => Promise<Granted>;
  renew: (id: string, signal: AbortSignal) => Promise<Granted>;
  /** Whether the service still waits for the file. */
  isWaiting: (id: string, signal: AbortSignal) => Promise<boolean>;
};
