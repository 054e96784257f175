import * as v from 'valibot';
import { evidenceTypes } from '../submissions/evidence-kinds.ts';
import { mostQuestion, mostReason, mostWhy } from '../submissions/reason.ts';
import { FileBytes, FileName } from './file-fields.ts';
import { Code } from './request.ts';

/** The bodies of the people's work around a submission. */

/** Text that somebody wrote: lines are kept, other control characters are refused. */
export function text(maxLength: number, minLength = 1) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.minLength(minLength),
    v.maxLength(maxLength),
    v.regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'control characters'),
    v.transform((content) => content.normalize('NFC')),
  );
}

const line = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(maxLength),
    v.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'control characters'),
  );

/** Reasons stand in the slot's one item for good; how many it holds is bounded by its bytes. */
const Why = text(mostWhy);

/** A reason that must say something: whether it is long enough is judged where it is asked for (`requireReason`). */
export const ReasonText = text(mostReason, 0);

export const ReturnBody = v.strictObject({
  question: text(mostQuestion),
  at: v.optional(
    /** The sheet's name; null in a text file, which has none. */
    v.strictObject({
      sheet: v.nullable(line(100)),
      cell: v.pipe(v.string(), v.regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/)),
    }),
  ),
});

export const AnswerBody = v.strictObject({
  answer: text(mostQuestion),
  /** The number of the question. */
  to: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
});

/** The body of `POST …/attachments`: a dispatch number (số/ký hiệu), a file, or both. */
export const AttachmentBody = v.pipe(
  v.strictObject({
    dispatch: v.optional(line(100)),
    evidence: v.optional(
      v.strictObject({
        fileName: FileName,
        bytes: FileBytes,
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
        contentType: v.picklist(evidenceTypes),
      }),
    ),
  }),
  v.check(
    ({ dispatch, evidence }) => dispatch !== undefined || evidence !== undefined,
    'dispatch or evidence',
  ),
);

export const WithdrawBody = v.strictObject({ why: Why });
/** `until` is a local day, included. */
export const ExtensionBody = v.strictObject({ until: v.pipe(v.string(), v.isoDate(), realDay()), why: Why });
export const OnePersonBody = v.strictObject({ allowed: v.boolean(), why: Why });

/** The forms and periods that a right of succession is about, each once; left out: all of them. */
const Codes = v.optional(
  v.nullable(
    v.pipe(
      v.array(Code),
      v.minLength(1),
      v.maxLength(100),
      v.check((given) => new Set(given).size === given.length, 'each once'),
      v.transform((given) => given.toSorted()),
    ),
  ),
  null,
);
export const SuccessionBody = v.strictObject({
  allowed: v.boolean(),
  why: Why,
  forms: Codes,
  periods: Codes,
});

/** 2026-02-30 looks like a day and is none. */
export function realDay() {
  return v.check<string, string>((day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  }, 'no such day');
}
