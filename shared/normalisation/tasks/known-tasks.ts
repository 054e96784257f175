import type { AskedTask } from '../context.ts';
import { fold, tidy } from '../fold.ts';
import { withoutNumbering } from '../layout/row-kind.ts';
import { isDamaged, namesLike, withLostLetters } from '../match/lost-letters.ts';

/** The unit's tasks by how a row may name them. */
export type KnownTasks = {
  byCode: ReadonlyMap<string, AskedTask>;
  /** By the folded text, and by it without a number in front. */
  byText: ReadonlyMap<string, readonly AskedTask[]>;
  byPlainText: ReadonlyMap<string, readonly AskedTask[]>;
};

export function knownTasks(tasks: readonly AskedTask[]): KnownTasks {
  return {
    byCode: new Map(tasks.map((task) => [task.id.toLowerCase(), task])),
    byText: Map.groupBy(tasks, ({ text }) => fold(text)),
    byPlainText: Map.groupBy(tasks, ({ text }) => plainText(text)),
  };
}

/** Texts are compared whole, as names are: never by distance. */
const plainText = (text: string) => fold(withoutNumbering(tidy(text)));

/**
 * A task's code as it is kept: `UBQG–11 / 03` is `ubqg-11/3`.
 * @returns undefined for what is no such code, a number alone for one
 */
export function taskCodeOf(text: string): string | undefined {
  if (text.length > 90) return undefined;
  const code = text
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .toLowerCase();
  const match = /^([a-z][a-z0-9@:._-]*)\/0*([1-9]\d{0,3})$/.exec(code);
  return match ? `${match[1]}/${match[2]}` : undefined;
}

/** The tasks that a text may mean: as it stands, or without its number; those that the unit leads and are open first. */
export function tasksNamed({ byText, byPlainText }: KnownTasks, text: string): readonly AskedTask[] {
  if (text === '') return [];
  const found = byText.get(fold(text)) ?? byPlainText.get(plainText(text)) ?? [];
  const own = found.filter(({ open, role }) => open && role === 'lead');
  return own.length > 0 ? own : found;
}

/** The tasks that a text may have been of which letters were lost: they are suggested, never taken. */
export function tasksLike({ byText }: KnownTasks, text: string): AskedTask[] {
  if (!isDamaged(text)) return [];
  const like = namesLike(withLostLetters(text), fold);
  return [...byText].flatMap(([name, tasks]) => (like(name) ? tasks : []));
}
