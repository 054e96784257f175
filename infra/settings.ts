import * as v from 'valibot';
import { ClaimNamesSchema } from '../shared/accounts/claims.ts';

const { roleNames: RoleNames, ...claimEntries } = ClaimNamesSchema.entries;

/** Another issuer of tokens in place of the user pool, and what it calls things. */
const OidcSchema = v.strictObject({
  /** As in its tokens' `iss`; its keys are found from there. */
  issuer: v.pipe(v.string(), v.regex(/^https:\/\/[^\s?#]+$/, 'issuer: an https address')),
  audience: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1, 'audience: at least one')),
  claims: v.strictObject(claimEntries),
  roleNames: RoleNames,
});

/**
 * What a deployer may choose, all of it; `cdk deploy -c stage=prod -c alarmEmails=a@b.vn,c@d.vn`.
 * Nothing here names an account or a region: the templates are the same in all of them.
 */
const SettingsSchema = v.pipe(
  v.strictObject({
    stage: described(
      v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{1,9}$/, 'two to ten small letters and digits')),
      'dev',
      'Names both stacks (DiemCau-<stage>-Data, DiemCau-<stage>-Service) and the buckets. `prod` must lock its objects.',
    ),
    portalOrigin: described(
      v.pipe(
        v.string(),
        v.regex(/^https?:\/\/[a-z0-9.-]+(:\d+)?$/, 'scheme, host and port, with nothing behind'),
      ),
      'http://127.0.0.1:4800',
      'Where the upload portal is served: the only origin that a browser may upload, ask and sign in from.',
    ),
    alarmEmails: described(
      listOf(v.pipe(v.string(), v.email('an e-mail address'))),
      [],
      'Who is told when an alarm goes off; each must confirm the subscription once.',
    ),
    logRetentionDays: described(
      numberOf([30, 60, 90, 180, 365, 731], 'one of the periods that CloudWatch Logs knows'),
      90,
      "How long the functions' and the API's logs are kept.",
    ),
    accessLogRetentionDays: described(
      wholeNumber(30, 3653),
      365,
      'How long the record of who read or wrote which object is kept.',
    ),
    objectLock: described(
      v.picklist(['off', 'governance', 'compliance']),
      'off',
      "Lock of uploads and snapshots: `governance` lets a named right lift it, `compliance` lets nobody, not even the account's root.",
    ),
    objectLockDays: described(
      wholeNumber(1, 36500),
      3653,
      'How long a locked object cannot be deleted; ten years by default.',
    ),
    oidc: described(
      v.nullable(
        v.pipe(
          v.union([v.pipe(v.string(), v.parseJson()), v.record(v.string(), v.unknown())], 'a JSON object'),
          OidcSchema,
        ),
      ),
      null,
      'Any OIDC issuer (RS256) in place of the user pool, as JSON: issuer, audience, claims, roleNames (docs/accounts.md). It must itself ask who signs for a second factor.',
    ),
    requestsPerSecond: described(
      wholeNumber(1, 10000),
      50,
      'What the API admits; short peaks of twice as many pass. Beyond it callers get 429.',
    ),
  }),
  v.check(
    (settings) => settings.stage !== 'prod' || settings.objectLock !== 'off',
    "objectLock: stage prod keeps what provinces sent beyond anybody's reach: choose governance or compliance",
  ),
  v.check(
    ({ stage, portalOrigin }) => stage === 'dev' || portalOrigin.startsWith('https://'),
    'portalOrigin: only stage dev may be served without TLS',
  ),
);

export type Settings = v.InferOutput<typeof SettingsSchema>;
export type SettingsInput = v.InferInput<typeof SettingsSchema>;

/**
 * Checks what the deployer chose and fills in the rest.
 * @throws Error that names every setting which is unknown or wrong, with what it means
 */
export function checkSettings(input: SettingsInput): Settings {
  const result = v.safeParse(SettingsSchema, input);
  if (result.success) return result.output;
  const lines = result.issues.map((issue) => {
    const name = v.getDotPath(issue)?.split('.')[0];
    const meaning = name === undefined ? undefined : meanings[name];
    if (name === undefined) return issue.message;
    if (meaning === undefined)
      return `${name}: no such setting; there are ${Object.keys(meanings).join(', ')}`;
    return `${name}: ${issue.message}\n    ${meaning}`;
  });
  throw new Error(`settings:\n  ${lines.join('\n  ')}`);
}

/**
 * The settings among the CDK's context values (`-c name=value`), without the CDK's own.
 * A misspelt setting is kept, so that `checkSettings` refuses it.
 */
export function settingsFromContext(context: Readonly<Record<string, unknown>>): SettingsInput {
  const keys = Object.keys(context).filter((key) => !/[:@/]/.test(key) && !keysOfTheCommandLine.has(key));
  return Object.fromEntries(keys.map((key) => [key, context[key]]));
}

/** What the CDK's command line itself keeps in the context under a plain name. */
const keysOfTheCommandLine: ReadonlySet<string> = new Set(['cli-telemetry', 'acknowledged-issue-numbers']);

/** Each setting's meaning, as the refusal of a wrong value shows it. */
const meanings: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  Object.entries(SettingsSchema.pipe[0].entries).map(([name, schema]) => [name, v.getDescription(schema)]),
);

function described<T extends v.GenericSchema>(schema: T, standard: v.InferInput<T>, meaning: string) {
  return v.pipe(v.optional(schema, standard as never), v.description(meaning));
}

/** A list, or its text with commas, as the command line gives it. */
function listOf<T extends v.GenericSchema<string, string>>(item: T) {
  return v.pipe(
    v.union([v.array(v.string()), v.string()]),
    v.transform((value) =>
      typeof value === 'string' ? value.split(',').filter((part) => part !== '') : value,
    ),
    v.array(item),
  );
}

function wholeNumber(least: number, most: number) {
  return v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.digits())]),
    v.transform(Number),
    v.integer('a whole number'),
    v.minValue(least, `at least ${least}`),
    v.maxValue(most, `at most ${most}`),
  );
}

function numberOf<const T extends readonly number[]>(choices: T, message: string) {
  return v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.digits())]),
    v.transform(Number),
    v.picklist(choices, `${message}: ${choices.join(', ')}`),
  );
}
