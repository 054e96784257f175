import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from '../access/access.ts';
import { cognitoCalls } from '../access/json-calls.ts';
import type { LocalIdentity } from '../identity/identity.ts';
import { judged, keyOf } from '../services/key-guard.ts';

/** A function may do what its role allows; whoever runs this machine is the administrator of the pool. */
export async function passToCognito(
  { identity, access }: { identity: LocalIdentity; access: Access },
  message: IncomingMessage,
  response: ServerResponse<IncomingMessage> & { req: IncomingMessage },
): Promise<void> {
  const key = keyOf(message);
  if (access.keys.functionOf(key) === undefined) await identity.handle(message, response);
  else await judged(message, response, { access, key, readCalls: cognitoCalls, pass: identity.handle });
}
