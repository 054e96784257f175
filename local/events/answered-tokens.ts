import { createHash } from 'node:crypto';
import { AwsError } from '../services/aws-error.ts';

/** How many tokens are remembered; AWS forgets them too, after some hours. */
const tokensKept = 1000;

/** What was answered to clients' tokens, so that a call that is made again does nothing again. */
export class AnsweredTokens {
  readonly #answered = new Map<string, { digest: string; answer: object }>();

  /**
   * Acts once for a token: the same request with it gets the first answer again.
   * @throws AwsError ConflictException when the token was used for another request
   */
  once(operation: string, token: string | undefined, request: object, act: () => object): object {
    if (token === undefined) return act();
    const key = `${operation} ${token}`;
    const digest = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    const before = this.#answered.get(key);
    if (before && before.digest !== digest)
      throw new AwsError(409, 'ConflictException', 'The client token was used for another request.');
    const answer = before?.answer ?? act();
    this.#answered.set(key, { digest, answer });
    const [oldest] = this.#answered.keys();
    if (this.#answered.size > tokensKept && oldest !== undefined) this.#answered.delete(oldest);
    return answer;
  }
}
