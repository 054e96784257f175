/**
 * One structured line a thing that happened, which CloudWatch reads as JSON. Query strings, tokens and
 * bodies never come here: signed URLs are secrets. Of an error only its name and place are kept, and its
 * message with anything that looks like a signed URL's query cut off.
 */
export function log(
  level: 'info' | 'error',
  word: string,
  details: Readonly<Record<string, unknown>> & { error?: unknown } = {},
): void {
  const { error, ...rest } = details;
  const failure = error === undefined ? {} : { error: described(error) };
  process.stdout.write(`${JSON.stringify({ level, word, ...rest, ...failure })}\n`);
}

function described(error: unknown): { name: string; message: string; stack: string } {
  if (!(error instanceof Error)) return { name: 'unknown', message: redacted(String(error)), stack: '' };
  return { name: error.name, message: redacted(error.message), stack: redacted(error.stack ?? '') };
}

/** Cuts the query off every URL in a text. */
export function redacted(text: string): string {
  return text.replace(/(https?:\/\/[^\s?#"']+)[?#][^\s"']*/g, '$1?…');
}
