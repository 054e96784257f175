import { type AskOptions, ask, type Method } from './api.ts';
import { forgetAnswers } from './use-answer.ts';

/**
 * Asks the API to change something; what was answered before may not be so any more, and is forgotten.
 * @throws ApiProblem as `ask`
 */
export async function change<T>(
  method: Exclude<Method, 'GET'>,
  address: string,
  options: AskOptions = {},
): Promise<T> {
  const answer = await ask<T>(method, address, options);
  forgetAnswers();
  return answer;
}
