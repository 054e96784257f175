import * as v from 'valibot';
import { ClaimNamesSchema } from '../shared/accounts/claim-names.ts';

const { roleNames: RoleNames, ...claimEntries } = ClaimNamesSchema.entries;

/** Another issuer of tokens in place of the user pool, and what it calls things. */
const OidcSchema = v.strictObject({
  /** As in its tokens' `iss`; its keys are found from there. */
  issuer: v.pipe(v.string(), v.regex(/^https:\/\/[^\s?#]+$/, 'issuer: an https address')),
  audience: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1, 'audience: at least one')),
  claims: v.strictObject(claimEntries),
  roleNames: RoleNames,
});

/** What a stage may be called. */
export const stagePattern = /^[a-z][a-z0-9]{1,9}$/;
export const standardStage = 'dev';

/**
 * What a deployer may choose, all of it: in `infra/settings/<stage>.json`, or as
 * `cdk deploy -c stage=prod -c alarmEmails=a@b.vn,c@d.vn`, which goes before the file. `docs/settings.md`
 * is made from this schema. Account and Region are those of the deployer's credentials; only a certificate
 * names them.
 */
const SettingsSchema = v.pipe(
  v.strictObject({
    stage: described(
      v.pipe(v.string(), v.regex(stagePattern, 'two to ten small letters and digits')),
      standardStage,
      'Names both stacks (`DiemCau-<stage>-Data`, `DiemCau-<stage>-Service`) and the buckets: two to ten small letters and digits, a letter first. Several stages may live in one account. `prod` must lock its objects.',
    ),
    portalOrigin: described(
      v.pipe(
        v.string(),
        v.regex(/^https?:\/\/[a-z0-9.-]+(:\d+)?$/, 'scheme, host and port, with nothing behind'),
      ),
      'http://127.0.0.1:4800',
      'Where the upload portal is served: the only origin that a browser may upload, ask and sign in from. Scheme and host, with nothing behind; only `dev` may do without TLS.',
    ),
    portalCertificateArn: described(
      v.union([
        v.literal(''),
        v.pipe(
          v.string(),
          v.regex(
            /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/,
            'the ARN of an ACM certificate in us-east-1',
          ),
        ),
      ]),
      '',
      "The certificate of `portalOrigin`'s name: issued by ACM in us-east-1, wherever the rest is deployed, since CloudFront takes it from there; validated by DNS so that it renews itself. With it CloudFront serves the portal under that name, by TLS 1.2 and later, once a CNAME record points to the output `PortalDomain`. Empty: the portal answers under the name that CloudFront gives, for trials (docs/deploy.md says how in two steps).",
    ),
    portalPriceClass: described(
      v.picklist(['PriceClass_100', 'PriceClass_200', 'PriceClass_All']),
      'PriceClass_200',
      'From where CloudFront serves the portal: `PriceClass_200` holds most of Asia; `PriceClass_100` North America and Europe only, which is slow from Viet Nam; `PriceClass_All` everywhere.',
    ),
    portalWebAclArn: described(
      v.union([
        v.literal(''),
        v.pipe(
          v.string(),
          v.regex(
            /^arn:aws[a-z-]*:wafv2:us-east-1:\d{12}:global\/webacl\/\S+$/,
            'the ARN of a global web ACL',
          ),
        ),
      ]),
      '',
      'A web ACL of AWS WAF before the portal and the API, made in us-east-1 with scope CLOUDFRONT; empty: none, and the throttling of the API stands alone.',
    ),
    apiDomain: described(
      v.union([
        v.literal(''),
        v.pipe(
          v.string(),
          v.regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'a domain name'),
        ),
      ]),
      '',
      "A domain name of one's own for the API, as `api.diemcau.example.vn`; empty: the name that AWS gives. Needs `apiCertificateArn`, and a CNAME record to the output `ApiDomainTarget`. Not for the one-machine stack, which has no names.",
    ),
    apiCertificateArn: described(
      v.union([
        v.literal(''),
        v.pipe(
          v.string(),
          v.regex(
            /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]+$/,
            'the ARN of an ACM certificate',
          ),
        ),
      ]),
      '',
      'The certificate of `apiDomain`: issued by ACM in the Region that is deployed to, validated by DNS so that it renews itself.',
    ),
    mailFrom: described(
      v.union([v.literal(''), v.pipe(v.string(), v.email('an e-mail address'))]),
      '',
      "Who invitations, password mails and reminders are from, an address of a domain that is verified in SES (docs/deploy.md). Needs `mailIdentityArn`. Empty: Cognito's own sender, some fifty mails a day at most, for trials only; and reminders would be from an address that is nobody's, so that AWS sends none (the one-machine stack keeps them in its outbox).",
    ),
    mailIdentityArn: described(
      v.union([
        v.literal(''),
        v.pipe(
          v.string(),
          v.regex(/^arn:aws[a-z-]*:ses:[a-z0-9-]+:\d{12}:identity\/[^\s/]+$/, 'the ARN of an SES identity'),
        ),
      ]),
      '',
      'The ARN of the SES identity that `mailFrom` belongs to.',
    ),
    alarmEmails: described(
      listOf(v.pipe(v.string(), v.email('an e-mail address'))),
      [],
      'Who is told when an alarm goes off; each must confirm the subscription once, by the mail that AWS sends. Empty: nobody is, and alarms are seen in CloudWatch only.',
    ),
    logRetentionDays: described(
      numberOf([30, 60, 90, 180, 365, 731], 'one of the periods that CloudWatch Logs knows'),
      90,
      "How long the functions' and the API's logs are kept: 30, 60, 90, 180, 365 or 731 days. They hold ids and words, no figures and no files.",
    ),
    accessLogRetentionDays: described(
      wholeNumber(30, 3653),
      365,
      'How long the record of who read or wrote which object is kept: 30 to 3653 days. S3 writes it; whoever asks later who saw a file needs it.',
    ),
    objectLock: described(
      v.picklist(['off', 'governance', 'compliance']),
      'off',
      "Lock of uploads and snapshots: `off`, `governance` (a named right, `s3:BypassGovernanceRetention`, lifts it) or `compliance` (nobody lifts it, not even the account's root, until the time is over). Choose before the first deployment: a bucket that was made without a lock may have to be replaced to get one, and CloudFormation does not replace a bucket whose name is fixed.",
    ),
    objectLockDays: described(
      wholeNumber(1, 36500),
      3653,
      'How long a locked object cannot be deleted: 1 to 36500 days. With `compliance` it is also how long its storage is paid for, whatever happens.',
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
      'What the API admits: 1 to 10000 requests a second for everybody together; short peaks of twice as many pass. Beyond it callers get 429. It bounds what an attack can cost.',
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
  v.check(
    ({ portalOrigin, portalCertificateArn }) =>
      portalCertificateArn === '' || /^https:\/\/[^:]+$/.test(portalOrigin),
    'portalOrigin, portalCertificateArn: a certificate is for a name, by https and without a port',
  ),
  v.check(
    ({ apiDomain, apiCertificateArn }) => (apiDomain === '') === (apiCertificateArn === ''),
    'apiDomain, apiCertificateArn: a domain needs its certificate, and a certificate its domain',
  ),
  v.check(
    ({ mailFrom, mailIdentityArn }) => (mailFrom === '') === (mailIdentityArn === ''),
    'mailFrom, mailIdentityArn: an address needs the identity that it is of, and an identity an address',
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

/** Every setting: its name, what it is when nothing is chosen, and what it means. */
export const settingsExplained: readonly { name: string; standard: unknown; meaning: string }[] =
  Object.entries(SettingsSchema.pipe[0].entries).map(([name, schema]) => ({
    name,
    standard: v.getDefaults(SettingsSchema.pipe[0])[name as keyof Settings],
    meaning: v.getDescription(schema) ?? '',
  }));

/** Each setting's meaning, as the refusal of a wrong value shows it. */
const meanings: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  settingsExplained.map(({ name, meaning }) => [name, meaning]),
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
