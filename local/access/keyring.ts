import { randomBytes } from 'node:crypto';
import type { FunctionCredentials } from '../lambda/function-environment.ts';
import type { Credential, Credentials } from '../s3/signature.ts';
import type { Resource } from '../template/resources.ts';

/** A function's temporary key, and whose it is. */
export type FunctionKey = { logicalId: string; name: string; arn: string; credentials: FunctionCredentials };

/** The keys of this stack: one of whoever started it, one of each function. All are new at each start. */
export class Keyring {
  readonly user = { accessKeyId: newKeyId('AKIA'), secretAccessKey: newSecret(30) };
  readonly #credentials = new Map<string, Credential>();
  readonly #functions = new Map<string, FunctionKey>();

  constructor() {
    this.#credentials.set(this.user.accessKeyId, { secretAccessKey: this.user.secretAccessKey });
  }

  /** What signatures are verified with. */
  get credentials(): Credentials {
    return this.#credentials;
  }

  /** Gives a function its key. */
  addFunction({ logicalId, physicalId, arn = '' }: Resource): void {
    const [accessKeyId, secretAccessKey, sessionToken] = [newKeyId('ASIA'), newSecret(30), newSecret(48)];
    this.#credentials.set(accessKeyId, { secretAccessKey, sessionToken });
    const credentials = { accessKeyId, secretAccessKey, sessionToken };
    this.#functions.set(accessKeyId, { logicalId, name: physicalId, arn, credentials });
  }

  functionOf(accessKeyId: string): FunctionKey | undefined {
    return this.#functions.get(accessKeyId);
  }

  byArn(arn: string): FunctionKey | undefined {
    return [...this.#functions.values()].find((one) => one.arn === arn);
  }
}

/** Twenty capitals and digits, as in AWS's own key ids. */
function newKeyId(prefix: 'AKIA' | 'ASIA'): string {
  return prefix + randomBytes(8).toString('hex').toUpperCase();
}

function newSecret(bytes: number): string {
  return randomBytes(bytes).toString('base64');
}
