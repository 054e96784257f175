import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { fileNameOf } from '../submissions/file-name.ts';

/** A file's name in a body: data, which never stands in a key. */
export const FileName = v.pipe(
  v.string(),
  v.transform(fileNameOf),
  v.minLength(1),
  v.maxLength(255),
  v.regex(/^[^\p{Cc}\p{Cs}]+$/u),
);

/** A file's size in a body; whether it is too large is told by `requireSize`, in words that name the limit. */
export const FileBytes = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** @throws Refusal `file-too-large`, with the size and the most that is taken */
export function requireSize(bytes: number, mostBytes: number): void {
  if (bytes > mostBytes) throw new Refusal('file-too-large', [], { bytes, mostBytes });
}
