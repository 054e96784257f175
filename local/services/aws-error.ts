import type { ServerResponse } from 'node:http';

/** An error of an AWS API that runs here; the name is what the SDK makes an exception of. */
export class AwsError extends Error {
  override readonly name: string;
  readonly status: number;

  constructor(status: number, name: string, message: string) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** Both spellings of the message, since the clients look for different ones. */
export function answerError(response: ServerResponse, { status, name, message }: AwsError): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-amzn-errortype': name,
  });
  response.end(JSON.stringify({ __type: name, message, Message: message }));
}
