// A parent to be killed: starts the stack of argv[2] and says where it is; its children must end with it.
import { startStack } from '../../../local/stack.ts';

const stack = await startStack({
  assembly: process.argv[2] ?? '',
  port: 0,
  log: ({ stream, text }) => stream === 'stdout' && process.stdout.write(`${text}\n`),
});
const answer = await fetch(`${stack.url}/v1/answers/env`);
const environment = (await answer.json()) as Record<string, string>;
process.stdout.write(`${JSON.stringify({ url: stack.url, runtime: environment.AWS_LAMBDA_RUNTIME_API })}\n`);
