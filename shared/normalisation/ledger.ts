import type { CellRef } from '../observations/observation.ts';
import type { Message } from './faults/message.ts';
import { groupsOf } from './finding-groups.ts';
import { choose, effectsBehind, inOrder, keyOf, orderOf, type Placed } from './finding-order.ts';
import { limits } from './limits.ts';
import { messages } from './messages.ts';
import type { RepairCode } from './repair-texts.ts';
import type { Bilingual, Finding, FindingGroup, Repair } from './report.ts';
import type { RuleState } from './rules/rule.ts';
import { type ReadingStates, severityOf } from './rules/rule-states.ts';
import { shortened } from './shortened.ts';
import { cellName, type Place } from './table.ts';

/** What may be said of a finding beside what was got and expected. */
export type FindingDetails = {
  difference?: string | null;
  hint?: Bilingual | null;
  about?: string | null;
  /** The key (`keyOf`) of the finding that causes this one. */
  cause?: string | null;
  /** Where it is not that of the message: a rule may be told to warn where it would refuse. */
  severity?: Message['severity'];
};

/** All of one code: counted whole, the first of them kept. */
type Kind = { severity: Message['severity']; count: number; kept: Placed<Finding>[] };

/** Where findings and repairs are noted as they come, to be listed in the order of the sheet. */
export class Ledger {
  readonly #kinds = new Map<string, Kind>();
  readonly #repairs: Placed<Repair>[] = [];
  readonly #shadow = new Map<string, number>();
  readonly counts = { errors: 0, warnings: 0, repairs: 0 };
  readonly #states: ReadingStates;

  /** @param states of the rules that readers decide; without them every finding is as its message has it */
  constructor(states: ReadingStates = new Map()) {
    this.#states = states;
  }

  find(
    code: string,
    place: Place | null,
    got: string | null = null,
    expected: string | null = null,
    details: FindingDetails = {},
  ): void {
    this.#note(code, place, place && refOf(place), got, expected, details);
  }

  /** A finding whose cell is known by name only. */
  findAt(
    code: string,
    place: Place | null,
    at: CellRef | null,
    got: string | null,
    expected: string | null,
    details: FindingDetails = {},
  ): void {
    this.#note(code, place, at, got, expected, details);
  }

  #note(
    code: string,
    place: Place | null,
    at: CellRef | null,
    got: string | null,
    expected: string | null,
    { difference = null, hint = null, about = null, cause = null, severity }: FindingDetails,
  ): void {
    const state = this.#states.get(code);
    if (state !== undefined && !isShown(state)) {
      if (state === 'shadow') this.shade(code);
      return;
    }
    const message = messages.get(code);
    if (!message) throw new Error(`finding ${code} has no message`);
    const { vi, en } = message;
    const told = severity ?? (state ? severityOf(state) : message.severity);
    const kind = this.#kinds.get(code) ?? { severity: told, count: 0, kept: [] };
    this.#kinds.set(code, kind);
    kind.count += 1;
    this.counts[kind.severity === 'error' ? 'errors' : 'warnings'] += 1;
    // More are counted, not kept: bounds what a hostile file can make us hold.
    if (kind.kept.length >= limits.listed) return;
    const entry: Finding = {
      code,
      severity: kind.severity,
      at,
      got: got && shortened(got),
      expected: expected && shortened(expected),
      difference,
      hint,
      about,
      cause,
      message: { vi, en },
    };
    kind.kept.push({ place, entry });
  }

  /** A finding of a rule that is only being tried: counted, not shown. */
  shade(code: string): void {
    this.#shadow.set(code, (this.#shadow.get(code) ?? 0) + 1);
  }

  /** False once repairs are only counted. */
  get listsRepairs(): boolean {
    return this.#repairs.length < 20 * limits.listed;
  }

  repair(code: RepairCode, place: Place, from: string, to: string): void {
    this.counts.repairs += 1;
    if (!this.listsRepairs) return;
    this.#repairs.push({
      place,
      entry: { code, at: refOf(place), from: shortened(from), to: shortened(to) },
    });
  }

  /** What is noted from here on can be undone, when what was taken for granted turns out wrong. */
  attempt(): { undo(): void } {
    const kinds = [...this.#kinds].map(([code, { count, kept }]) => ({ code, count, kept: kept.length }));
    const [repairs, shadow, counts] = [this.#repairs.length, [...this.#shadow], { ...this.counts }];
    return {
      undo: () => {
        const before = new Map(kinds.map((kind) => [kind.code, kind]));
        for (const [code, kind] of this.#kinds) {
          const was = before.get(code);
          if (!was) this.#kinds.delete(code);
          else {
            kind.count = was.count;
            kind.kept.length = was.kept;
          }
        }
        this.#repairs.length = repairs;
        this.#shadow.clear();
        for (const [code, count] of shadow) this.#shadow.set(code, count);
        Object.assign(this.counts, counts);
      },
    };
  }

  /** The keys of what was found under a code so far, in the order in which it came. */
  keysOf(code: string): string[] {
    return (this.#kinds.get(code)?.kept ?? []).map(({ entry }) => keyOf(entry));
  }

  /**
   * Says of the findings of a code what may have caused them: what concerns the whole file caused all of them; of
   * causes in rows, as many as there are findings, the first caused the first, and so on. With more or fewer it
   * would be a guess.
   */
  blame(code: string, causes: readonly string[]): void {
    const found = causes.flatMap((cause) => this.#kinds.get(cause)?.kept ?? []).map(({ entry }) => entry);
    const effects = this.#kinds.get(code)?.kept ?? [];
    const whole = found.find(({ at }) => at === null);
    for (const [index, { entry }] of effects.entries()) {
      const cause = whole ?? (found.length === effects.length ? found[index] : undefined);
      if (!cause || entry.cause !== null) continue;
      entry.cause = keyOf(cause);
      if (cause.at) entry.hint ??= hiddenBy(cause.at.cell);
    }
  }

  /**
   * Says of the findings of a code that rows which could not be read may have held what they miss: they stand behind
   * the first such row, however many there are.
   */
  blameRows(code: string, causes: readonly string[]): void {
    this.blameFirst(code, causes, unreadFrom);
  }

  /** Says of all findings of a code that the first of these causes, in the order of the sheet, is theirs. */
  blameFirst(code: string, causes: readonly string[], hintOf?: (cell: string) => Bilingual): void {
    const found = inOrder(causes.flatMap((cause) => this.#kinds.get(cause)?.kept ?? []));
    const first = found.find(({ entry }) => entry.at !== null)?.entry;
    if (!first?.at) return;
    const { cell } = first.at;
    for (const { entry } of this.#kinds.get(code)?.kept ?? []) {
      if (entry.cause !== null) continue;
      entry.cause = keyOf(first);
      if (hintOf) entry.hint ??= hintOf(cell);
    }
  }

  findings(): Finding[] {
    const kept = [...this.#kinds.values()].flatMap((kind) => inOrder(kind.kept).slice(0, limits.listed));
    return effectsBehind(inOrder(choose(kept)).map(({ entry }) => entry));
  }

  groups(): FindingGroup[] {
    const kinds = [...this.#kinds].map(([code, { severity, count, kept }]) => {
      const entries = inOrder(kept);
      return { code, severity, count, first: orderOf(entries[0]?.place ?? null), entries };
    });
    return groupsOf(kinds);
  }

  shadow(): Record<string, number> {
    return Object.fromEntries([...this.#shadow].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  repairs(): Repair[] {
    return inOrder(this.#repairs)
      .slice(0, limits.listed)
      .map(({ entry }) => entry);
  }
}

function isShown(state: RuleState): boolean {
  return state === 'warning' || state === 'blocking';
}

export function refOf({ sheet, row, column }: Place): CellRef {
  return { sheet, cell: cellName(column, row) };
}

function unreadFrom(cell: string): Bilingual {
  return {
    vi: `Có dòng chưa đọc được, từ ô ${cell}: sửa các dòng đó trước.`,
    en: `Rows could not be read, from cell ${cell} on: mend those first.`,
  };
}

function hiddenBy(cell: string): Bilingual {
  return {
    vi: `Có thể dòng ở ô ${cell} đã che mất: sửa dòng đó trước.`,
    en: `The row of cell ${cell} may have taken its place: mend that one first.`,
  };
}
