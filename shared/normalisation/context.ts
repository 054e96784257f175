import canonicalize from 'canonicalize';
import * as v from 'valibot';
import { observationStatuses } from '../observations/observation.ts';
import { limits } from './limits.ts';
import { ruleStates } from './rules/rule.ts';
import { allRules, fixedRules } from './rules/rule-states.ts';

/**
 * What a file is held against beside the catalogue: report = f(bytes, context). A context is a document named by
 * the digest of its canonical form (RFC 8785), so that a report can be made again from the file, whoever asks.
 */

/** What a context may hold: the figures of a form of 21 indicators in 168 communes, and more. */
export const mostFigures = 20_000;
/** Tasks of one unit: several meetings' worth of the 34 that the first one assigned to all. */
export const mostTasks = 200;
const mostFindings = limits.listed;
/** Characters of a text that was reported; a longer one is not read from a file either. */
export const longestValue = 4_000;

const Text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9@:._-]{1,64}$/));
const DecimalText = v.pipe(v.string(), v.regex(/^-?\d{1,40}(\.\d{1,40})?$/));

const FigureSchema = v.strictObject({
  indicator: Id,
  area: v.optional(Id),
  value: v.nullable(Text(longestValue)),
  numerator: v.nullable(DecimalText),
  denominator: v.nullable(DecimalText),
  status: v.picklist(observationStatuses),
});

const IdentitySchema = v.strictObject({
  code: Text(64),
  sheet: v.nullable(Text(limits.quoted + 1)),
  about: v.nullable(Text(limits.quoted + 1)),
  cell: v.nullable(Text(20)),
  got: v.nullable(Text(limits.quoted + 1)),
});

const Day = v.pipe(v.string(), v.isoDate());
const TaskSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9@:._-]{1,64}\/\d{1,4}$/)),
  text: Text(longestValue),
  deadline: Day,
  /** The local day before which nothing can have been done for it; null: not known. */
  assignedOn: v.nullable(Day),
  /** `lead`: the unit answers for it; `with`: another one does. */
  role: v.picklist(['lead', 'with']),
  /** False: a meeting ended it, and nothing that is told of it counts any more. */
  open: v.boolean(),
});
export type AskedTask = v.InferOutput<typeof TaskSchema>;

/** What a context of the first shape says; it told nothing of tasks. */
const entries = {
  /** Versions of the catalogue and of the engine, under which alone the context means what it says. */
  catalog: Text(20),
  engine: Text(20),
  unit: Id,
  form: Id,
  period: Id,
  /** The state of every rule, by code. */
  rules: v.record(Text(64), v.picklist(ruleStates)),
  /** The figures that stood last for the unit and form, in the nearest earlier period that has any. */
  last: v.nullable(
    v.strictObject({
      period: Id,
      submission: Id,
      figures: v.pipe(v.array(FigureSchema), v.maxLength(mostFigures)),
    }),
  ),
  /** The attempt before this one, and what was found in it; `whole`: all of it is listed. */
  previous: v.nullable(
    v.strictObject({
      submission: Id,
      findings: v.pipe(v.array(IdentitySchema), v.maxLength(mostFindings)),
      whole: v.boolean(),
    }),
  ),
};
const ContextSchema = v.strictObject({
  schema: v.literal('context/2'),
  ...entries,
  /** The local day on which the file came, or of the question: nothing is done later; null: not known. */
  day: v.nullable(Day),
  /** The tasks that the unit leads, then those that it works with, of each the open ones first; null: not known. */
  tasks: v.nullable(v.pipe(v.array(TaskSchema), v.maxLength(mostTasks))),
});
export type Context = v.InferOutput<typeof ContextSchema>;
const FirstContext = v.pipe(
  v.strictObject({ schema: v.literal('context/1'), ...entries }),
  v.transform((first): Context => ({ ...first, schema: 'context/2', day: null, tasks: null })),
);

/** A context that cannot be used, and why: the mistake of whoever gave it, never the file's. */
export class ContextError extends Error {}

/**
 * Reads a context document.
 * @param text JSON, in any order and spacing: the digest is that of its canonical form
 * @throws ContextError that names the part which is wrong
 */
export function readContext(text: string): Context {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new ContextError('the context is not JSON');
  }
  return contextFrom(content);
}

/**
 * A context of this shape, or of the one before it, which knew nothing of tasks.
 * @throws ContextError that names the part which is wrong
 */
export function contextFrom(content: unknown): Context {
  const isFirst = v.is(v.object({ schema: v.literal('context/1') }), content);
  const result = v.safeParse(isFirst ? FirstContext : ContextSchema, content);
  if (!result.success) {
    const [issue] = result.issues;
    throw new ContextError(
      `the context is malformed at ${v.getDotPath(issue) ?? 'its root'}: ${issue.message}`,
    );
  }
  const known = new Map(allRules.map(({ code, state }) => [code, state]));
  const unknown = Object.keys(result.output.rules).find((code) => !known.has(code));
  if (unknown !== undefined)
    throw new ContextError(`the context names the rule ${unknown}, which does not exist`);
  const loose = Object.entries(result.output.rules).find(
    ([code, state]) => fixedRules.has(code) && state !== known.get(code),
  );
  if (loose)
    throw new ContextError(`the context gives the rule ${loose[0]} another state, which it cannot have`);
  return result.output;
}

/** The catalogue under which a document, whatever else it is, was made by this engine; null: by another engine. */
export function catalogUnder(content: unknown, engine: string): string | null {
  const made = v.safeParse(v.object({ catalog: v.string(), engine: v.literal(engine) }), content);
  return made.success ? made.output.catalog : null;
}

/** Refuses a context that was made for another question. @throws ContextError that names the difference */
export function requireContextFor(
  context: Context,
  asked: Pick<Context, 'catalog' | 'engine' | 'unit' | 'form' | 'period'>,
): void {
  for (const part of ['catalog', 'engine', 'unit', 'form', 'period'] as const) {
    if (context[part] === asked[part]) continue;
    throw new ContextError(
      `the context is for ${part} ${context[part]}, not ${asked[part]}: ask for a new one`,
    );
  }
}

/** The canonical form of a context (RFC 8785): what its digest is made of, in UTF-8. */
export function canonicalContext(context: Context): string {
  const text = canonicalize(context);
  if (text === undefined) throw new Error('not representable as canonical JSON');
  return text;
}

/** The name of a context: the SHA-256 of its canonical form, lower-case hex. */
export async function contextDigest(context: Context): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalContext(context));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
