/**
 * Why a second factor was not set up, in a word of a closed list; the page has the sentences.
 */
export type FactorTrouble =
  | 'wrong-code'
  /** Too old, or used once already. */
  | 'code-expired'
  /** Too many requests, of whatever kind and perhaps of others: nothing is known to be wrong. */
  | 'too-many'
  | 'too-many-wrong'
  /** The leave to change the account is over, or was taken back. */
  | 'too-old'
  /** Whoever signed in is no user of the pool. */
  | 'no-account'
  | 'unreachable'
  | 'refused';

class FactorFault extends Error {
  readonly trouble: FactorTrouble;

  constructor(trouble: FactorTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Cognito's errors, as far as somebody can do something about them. */
const troubles: Readonly<Record<string, FactorTrouble>> = {
  CodeMismatchException: 'wrong-code',
  EnableSoftwareTokenMFAException: 'wrong-code',
  ExpiredCodeException: 'code-expired',
  TooManyRequestsException: 'too-many',
  LimitExceededException: 'too-many',
  TooManyFailedAttemptsException: 'too-many-wrong',
  NotAuthorizedException: 'too-old',
  // Another tab has begun anew and ended: this one's secret is nobody's any more.
  SoftwareTokenMFANotFoundException: 'too-old',
  UserNotFoundException: 'no-account',
};

/** What goes by: the same is asked again, and nothing is begun anew. */
export const passing: readonly FactorTrouble[] = ['unreachable', 'too-many'];

/** The calls of Cognito's API by which people set up their own second factor. */
export type CognitoFactor = ReturnType<typeof cognitoFactor>;

/**
 * @param api where Cognito's API answers
 * @param accessToken of the person, with the scope for it; only ever sent there
 */
export function cognitoFactor(api: string, accessToken: string) {
  const ask = async (operation: string, more: object = {}): Promise<Record<string, unknown>> => {
    const answer = await reached(
      fetch(api, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        },
        body: JSON.stringify({ AccessToken: accessToken, ...more }),
      }),
    );
    if (answer.status >= 500) throw new FactorFault('unreachable');
    const body = (await reached(answer.json())) as Record<string, unknown>;
    if (!answer.ok) throw new FactorFault(troubleIn(body));
    return body;
  };
  return {
    /** @returns a new secret in base 32; what was set up before is good until `verify` */
    begin: async (): Promise<string> => String((await ask('AssociateSoftwareToken')).SecretCode),
    /** @param code the six digits that the app shows */
    verify: async (code: string): Promise<void> => {
      const { Status } = await ask('VerifySoftwareToken', { UserCode: code });
      if (Status !== 'SUCCESS') throw new FactorFault('wrong-code');
    },
    /** From now on signing in asks for a code. */
    require: async (): Promise<void> => {
      const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
      await ask('SetUserMFAPreference', { SoftwareTokenMfaSettings });
    },
    /**
     * Lets no session of the account be renewed, nor change it, this one neither: some may have been opened by a password
     * alone. ID tokens that were given are good until they end.
     */
    endSessions: async (): Promise<void> => {
      await ask('GlobalSignOut');
    },
  };
}

/** The word for an error of Cognito, which names it with or without its namespace. */
export function troubleIn({ __type: type }: Record<string, unknown>): FactorTrouble {
  return troubles[String(type).replace(/^.*#/, '')] ?? 'refused';
}

async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch {
    throw new FactorFault('unreachable');
  }
}

/** The word for what went wrong; what has none is no answer of Cognito's. */
export function troubleOf(fault: unknown): FactorTrouble {
  return fault instanceof FactorFault ? fault.trouble : 'refused';
}
