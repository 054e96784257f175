import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../loopback.ts';
import { CognitoError, invalid } from './cognito-error.ts';

const target = 'AWSCognitoIdentityProviderService.';
const bodyLimit = 100_000;

/** Which operation of the Cognito API a request is for, as AWS JSON 1.1 names it. */
export function operationOf(message: IncomingMessage): string {
  return String(message.headers['x-amz-target'] ?? '').replace(target, '');
}

/** Answers one call of the Cognito API, in AWS JSON 1.1. @param answer of the body; may throw CognitoError */
export async function answerCognito(
  message: IncomingMessage,
  response: ServerResponse,
  answer: (body: unknown) => object,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'cache-control': 'no-store', ...more };
  try {
    const text = await readBody(message, bodyLimit);
    if (text === 'too-long') throw invalid(`a request has at most ${bodyLimit} bytes`);
    const answered = answer(JSON.parse(text.toString()));
    response.writeHead(200, headers).end(JSON.stringify(answered));
  } catch (error) {
    const refused = error instanceof SyntaxError ? new CognitoError('SerializationException', '') : error;
    if (!(refused instanceof CognitoError)) throw error;
    response.writeHead(400, headers).end(JSON.stringify({ __type: refused.name, message: refused.message }));
  }
}
