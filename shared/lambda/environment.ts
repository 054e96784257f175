/**
 * The environment contract: each function's variables, declared once. The construct that makes a
 * function does not compile when one is missing; the function does not start when one is wrong.
 */

const tableName = /^[A-Za-z0-9_.-]{3,255}$/;
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** Names of claims and roles, read and checked in identity.ts. */
const claims = /^\{.+\}$/s;
const userPoolId = /^[a-z0-9-]+_[A-Za-z0-9]+$/;
const arn = /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d{12}:\S+$/;
const scheduleGroup = /^[0-9a-zA-Z-_.]{1,64}$/;
const eventBus = /^[A-Za-z0-9._-]{1,256}$/;
const emailAddress = /^[^\s@<>"]+@[^\s@<>"]+$/;
const origin = /^https?:\/\/[^\s/?#]+$/;
const queueUrl = /^https?:\/\/[^\s?#]+$/;

export const environments = {
  'pre-token': { TABLE_NAME: tableName },
  'open-submission': { CLAIMS: claims, TABLE_NAME: tableName, UPLOADS_BUCKET: bucketName },
  normalise: { TABLE_NAME: tableName, UPLOADS_BUCKET: bucketName, RECORDS_BUCKET: bucketName },
  'sign-submission': { CLAIMS: claims, TABLE_NAME: tableName, AGGREGATE_QUEUE_URL: queueUrl },
  'work-submission': {
    CLAIMS: claims,
    TABLE_NAME: tableName,
    UPLOADS_BUCKET: bucketName,
    AGGREGATE_QUEUE_URL: queueUrl,
  },
  aggregate: { TABLE_NAME: tableName },
  meetings: {
    CLAIMS: claims,
    TABLE_NAME: tableName,
    SCHEDULE_GROUP: scheduleGroup,
    SCHEDULE_ROLE_ARN: arn,
    SCHEDULE_DEAD_LETTERS_ARN: arn,
    FREEZE_ARN: arn,
    REMIND_ARN: arn,
  },
  freeze: { TABLE_NAME: tableName, SNAPSHOTS_BUCKET: bucketName, EVENT_BUS: eventBus },
  remind: {
    TABLE_NAME: tableName,
    USER_POOL_ID: userPoolId,
    AGGREGATE_QUEUE_URL: queueUrl,
    MAIL_FROM: emailAddress,
    EVENT_BUS: eventBus,
    PORTAL_ORIGIN: origin,
    SCHEDULE_GROUP: scheduleGroup,
    SCHEDULE_ROLE_ARN: arn,
    SCHEDULE_DEAD_LETTERS_ARN: arn,
    FREEZE_ARN: arn,
  },
  briefing: { CLAIMS: claims, TABLE_NAME: tableName, SNAPSHOTS_BUCKET: bucketName },
  read: {
    CLAIMS: claims,
    TABLE_NAME: tableName,
    UPLOADS_BUCKET: bucketName,
    RECORDS_BUCKET: bucketName,
    SNAPSHOTS_BUCKET: bucketName,
  },
  'read-public': { TABLE_NAME: tableName },
  catalog: {
    CLAIMS: claims,
    TABLE_NAME: tableName,
    PREVIEW_QUEUE_URL: queueUrl,
    AGGREGATE_QUEUE_URL: queueUrl,
  },
  'preview-catalog': {
    TABLE_NAME: tableName,
    UPLOADS_BUCKET: bucketName,
    RECORDS_BUCKET: bucketName,
    PREVIEW_QUEUE_URL: queueUrl,
  },
  users: { CLAIMS: claims, TABLE_NAME: tableName, USER_POOL_ID: userPoolId },
} as const satisfies Record<string, Record<string, RegExp>>;

/** The functions of the service: one entry file in `functions/` each. */
export type FunctionName = keyof typeof environments;

/** The variables of one function, as text. */
export type Environment<F extends FunctionName> = Record<keyof (typeof environments)[F] & string, string>;

/**
 * Reads a function's variables.
 * @throws Error that names every variable that is missing or malformed
 */
export function environmentOf<F extends FunctionName>(
  name: F,
  source: Readonly<Record<string, string | undefined>>,
): Environment<F> {
  const wanted = Object.entries<RegExp>(environments[name]);
  const wrong = wanted.filter(([variable, pattern]) => !pattern.test(source[variable] ?? ''));
  if (wrong.length > 0) {
    const list = wrong.map(([variable]) => variable).join(', ');
    throw new Error(`function ${name}: missing or malformed environment variables: ${list}`);
  }
  return Object.fromEntries(wanted.map(([variable]) => [variable, source[variable]])) as Environment<F>;
}
