/**
 * A meeting of a board, as the secretariat plans it: what is asked for it and when its steps happen. Real sessions
 * were 62 to 211 days apart, so nothing of it is a fixed rhythm: every moment is a local time of its own.
 */
export type Meeting = {
  schema: 'meeting/1';
  /** `ubqg-11`: the body and its number. */
  id: string;
  /** Counts the changes: each is one conditional write after the one before. */
  revision: number;
  body: string;
  number: number;
  /** The local day of the session. */
  date: string;
  theme: { vi: string; en: string };
  /** What must be reported for it: a form says which units report it, and when it is due. */
  asks: Ask[];
  /** The meeting whose open tasks and snapshot this one starts from; null: the first. */
  previous: string | null;
  moments: Moments;
  state: 'planned' | 'cancelled';
  /** True for a meeting that was made up for the demonstration. */
  constructed: boolean;
};

/** Whether a text can be the id of a meeting: what cannot is looked up nowhere. */
export function isMeetingId(text: string): boolean {
  return /^[a-z0-9-]{1,40}$/.test(text);
}

export type Ask = { form: string; period: string };

/** Local times in Asia/Ho_Chi_Minh, `2026-10-14T17:00:00`; `cutOff` is the instant until which what is signed counts. */
export type Moments = {
  /** Who owes something is told that reporting is open. */
  opening: string;
  /** Who still owes something is told what, oldest first. */
  reminders: string[];
  cutOff: string;
  /** Every round is aggregated once more: the provisional figures are whole. */
  provisional: string;
  /** At least `settleSeconds` after the cut-off: no signature from before it can still arrive. */
  freeze: string;
};

/**
 * How long a signature that was asked for before the cut-off may still be on its way to the table: far longer
 * than the function that writes it may run.
 */
export const settleSeconds = 120;

/** What happens for a meeting by the clock, each once: `opening`, `reminder-1` …, `cut-off`, `provisional`, `freeze`. */
export type StepName = 'opening' | `reminder-${number}` | 'cut-off' | 'provisional' | 'freeze';
export type Step = { name: StepName /** Local time. */; at: string };

/** The steps of a meeting in the order of time; none of one that was cancelled. */
export function stepsOf({ state, moments }: Pick<Meeting, 'state' | 'moments'>): Step[] {
  if (state === 'cancelled') return [];
  const { opening, reminders, cutOff, provisional, freeze } = moments;
  const steps: Step[] = [
    { name: 'opening', at: opening },
    ...reminders.map((at, index): Step => ({ name: `reminder-${index + 1}`, at })),
    { name: 'cut-off', at: cutOff },
    { name: 'provisional', at: provisional },
    { name: 'freeze', at: freeze },
  ];
  return steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/**
 * What tells a step from the others of its time: a reminder is the same whatever its number, which changes when one
 * before it is added or left out.
 */
export function stepKind(step: string): StepKind {
  return (step.startsWith('reminder-') ? 'reminder' : step) as StepKind;
}
export type StepKind = Exclude<StepName, `reminder-${number}`> | 'reminder';

type Due = { step: StepName; due: string };

/** Whether two are the same step of a meeting: a step that was moved is another. */
export function isSameStep(a: Due, b: Due): boolean {
  return a.due === b.due && stepKind(a.step) === stepKind(b.step);
}

/**
 * What the Scheduler hands to a step's function. `due` is the local time for which the step was planned: when the
 * meeting was moved since, the step is stale and nothing is done; when the scheduled time is later, it runs late.
 */
export type StepEvent = {
  meeting: string;
  step: StepName;
  due: string;
  scheduledTime: string;
  /** The how-manieth attempt of the Scheduler to start it: at the second it is late already. */
  attempt: number;
};

export type MeetingStore = {
  meeting(id: string): Promise<Meeting | undefined>;
  /** Every meeting that the secretariat has planned, in no order. */
  meetings(): Promise<Meeting[]>;
  /** Keeps a meeting by one conditional write: only if its revision is one more than what is there. */
  putMeeting(next: Meeting): Promise<'put' | 'somebody-was-first'>;
};
