import type { Letter } from './mail/letter.ts';
import type { StepKind } from './meeting.ts';
import type { Recipient } from './recipients.ts';

/** That somebody was told something at a step, written behind it: the step that is run again passes it over. */
export type Told = {
  schema: 'told/1';
  meeting: string;
  kind: StepKind;
  due: string;
  /** What and whom: `mail#<account>`, `unreached#<account>`, `event`. */
  what: string;
  /** ISO 8601, UTC: the time of the run. */
  at: string;
  /** `rejected`: mail does not reach the account's address; another try would not either. */
  word: 'sent' | 'rejected' | 'announced';
};

/** Who runs a step now: two that run at once would each send every letter. */
export type StepRun = Pick<Told, 'meeting' | 'kind' | 'due' | 'at'> & {
  schema: 'step-run/1';
  /** The start, which is the same at each try of the Lambda service to get it done. */
  by: string;
};

export type ToldRecords = {
  /** All that was told at a step of a meeting, as it was due then. */
  toldAt(step: Pick<Told, 'meeting' | 'kind' | 'due'>): Promise<Told[]>;
  recordTold(told: Told): Promise<'recorded' | 'already-recorded'>;
  /**
   * Takes a step over: when nobody runs it, for the same start once more, or from one that began by an instant.
   * @param abandoned ISO 8601, UTC
   */
  claimRun(run: StepRun, abandoned: string): Promise<'claimed' | 'held'>;
};

/**
 * So long is who began believed to be at it still: three tries of five minutes, one and two minutes apart, are over by
 * then ("Lambda waits one minute before the first retry, and two minutes before the second").
 */
const heldMinutes = 20;

/** Takes the run of a step, unless another start is at it. */
export function claim(run: Omit<StepRun, 'schema'>, records: ToldRecords): Promise<'claimed' | 'held'> {
  const abandoned = new Date(Date.parse(run.at) - heldMinutes * 60_000).toISOString();
  return records.claimRun({ schema: 'step-run/1', ...run }, abandoned);
}

/**
 * Sends a letter to one address. `rejected`: for the address's sake, and for good.
 * @throws Error for every other trouble: the step is run again
 */
export type Post = (to: string, letter: Letter) => Promise<'sent' | 'rejected'>;

/** One letter to one person, and as what it is recorded. */
export type Outgoing = { what: string; to: Recipient; letter: Letter };

/** What is told at one run of a step, and what was told at the runs before it. */
export type Telling = {
  run: Pick<Told, 'meeting' | 'kind' | 'due' | 'at'>;
  before: ReadonlyMap<string, Told['word']>;
};

export async function tellingOf(run: Telling['run'], records: ToldRecords): Promise<Telling> {
  const told = await records.toldAt(run);
  return { run, before: new Map(told.map(({ what, word }) => [what, word])) };
}

/**
 * Sends letters one after the other, each to one person, and passes over what was sent before. Sent and then recorded:
 * who dies between the two sends that one letter twice, and never loses one.
 * @returns what came of each, in the order of the letters
 */
export async function sendEach(
  letters: readonly Outgoing[],
  { run, before }: Telling,
  { post, records }: { post: Post; records: ToldRecords },
): Promise<('sent' | 'rejected' | 'sent-before')[]> {
  const words: ('sent' | 'rejected' | 'sent-before')[] = [];
  for (const { what, to, letter } of letters) {
    const word = before.get(what);
    if (word !== undefined) {
      words.push(word === 'rejected' ? 'rejected' : 'sent-before');
      continue;
    }
    const sent = await post(to.email, letter);
    await records.recordTold({ schema: 'told/1', ...run, what, word: sent });
    words.push(sent);
  }
  return words;
}

/** Does what is to be done once at a step unless it was recorded before; then records it. */
export async function once(
  what: string,
  { run, before }: Telling,
  records: ToldRecords,
  effect: () => Promise<void>,
): Promise<void> {
  if (before.has(what)) return;
  await effect();
  await records.recordTold({ schema: 'told/1', ...run, what, word: 'announced' });
}
