import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Cast } from '../../local/job/province-story.ts';

const Token = v.pipe(v.string(), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'an ID token: three parts with dots'));
const Tokens = v.object({ reporter: Token, approver: Token });

/**
 * The people of a story, from a file's name or its JSON: `{"reporter": "<token>", "approver": "<token>"}`.
 * @throws Error that says what is wrong, and never what a token holds
 */
export function castFrom(source: string): Cast {
  let content: unknown;
  try {
    content = JSON.parse(source.trimStart().startsWith('{') ? source : readFileSync(source, 'utf8'));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(isMissing ? `tokens: there is no file ${source}` : 'tokens: not JSON');
  }
  const result = v.safeParse(Tokens, content);
  if (!result.success) {
    const wrong = result.issues.map((issue) => v.getDotPath(issue) ?? 'the whole').join(', ');
    throw new Error(`tokens: missing or no ID token: ${wrong}`);
  }
  return { reporter: { token: result.output.reporter }, approver: { token: result.output.approver } };
}
