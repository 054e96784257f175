import type { Page, Page1, Summable, SummedPage } from '../observations/page.ts';
import type { OnePerson } from './one-person.ts';
import type { Slot, SlotKey } from './slot.ts';
import type { Fact } from './submission.ts';
import type { Succession } from './succession.ts';

/** What the verbs need of the table, in the domain's words. `shared/aws` keeps it in DynamoDB. */
export type SubmissionStore = {
  /** Appends a fact unless one of its kind, and of its number where it has one, is there already. */
  append(id: string, fact: Fact): Promise<'appended' | 'already-recorded'>;
  factsOf(id: string): Promise<Fact[]>;
  /** Writes a submission's pages whole, taking them one by one; the same again changes nothing. @returns their names */
  putPages(id: string, pages: Iterable<Page>): Promise<string[]>;
  /**
   * The pages of many submissions, by submission; each is unpacked when it is taken, so that those of a whole country
   * are never all held. @throws when a page that was written is not there
   */
  pagesOf(
    wanted: readonly { id: string; groups: readonly string[] }[],
  ): Promise<Map<string, Iterable<Page | Page1>>>;
  /** The same, to be added up: the columns of these indicators may be given as their sums. */
  pagesToSum(
    wanted: readonly { id: string; groups: readonly string[] }[],
    summable: Summable,
  ): Promise<Map<string, Iterable<Page | SummedPage | Page1>>>;
  slot(key: SlotKey): Promise<Slot | undefined>;
  slots(keys: readonly SlotKey[]): Promise<Map<string, Slot>>;
  /** Moves a slot's pointer by one conditional write: only if nothing changed since it was read. */
  moveSlot(next: Slot): Promise<'moved' | 'somebody-was-first'>;
  /** Notes that a submission was opened for a slot, so that the slot's submissions can be listed. */
  noteOpened(key: SlotKey, id: string, at: string): Promise<void>;
  /** The submissions opened for a slot, newest first, a page at a time. */
  openedIn(
    key: SlotKey,
    page: { limit: number; after: string | null },
  ): Promise<{ ids: string[]; next: string | null }>;
  /** Whether one person may report and sign for a unit, and who decided so; undefined: never asked. */
  onePerson(unit: string): Promise<OnePerson | undefined>;
  /** Keeps a unit's decisions by one conditional write: only if there was one fewer. */
  putOnePerson(next: OnePerson): Promise<'put' | 'somebody-was-first'>;
  /** What was decided on the successions of these units; nothing where nothing was. A unit has a few at most. */
  successions(units: readonly string[]): Promise<Succession[]>;
  /** Keeps a unit's decisions by one conditional write: only if there was one fewer. */
  putSuccession(next: Succession): Promise<'put' | 'somebody-was-first'>;
};
