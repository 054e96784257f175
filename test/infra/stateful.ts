import type { Properties } from './template.ts';

/**
 * The types that keep something which a replacement would lose (data, messages, accounts, an address that
 * people know), and those of their properties that CloudFormation's resource reference marks "Update
 * requires: Replacement". A dot goes into an object, `[]` into each item of a list.
 */
export const stateful: Readonly<Record<string, readonly string[]>> = {
  // AWS::DynamoDB::Table: "KeySchema", "TableName", "ImportSourceSpecification"; of the attributes, the type of
  // a key cannot change ("Update requires: Some interruptions. Replacement if you edit an existing
  // AttributeDefinition"); so are local indexes.
  'AWS::DynamoDB::Table': [
    'TableName',
    'KeySchema',
    'AttributeDefinitions',
    'LocalSecondaryIndexes',
    'ImportSourceSpecification',
  ],
  // AWS::S3::Bucket: "BucketName", "BucketNamePrefix", "BucketNamespace"; object lock cannot be turned off again.
  'AWS::S3::Bucket': ['BucketName', 'BucketNamePrefix', 'BucketNamespace', 'ObjectLockEnabled'],
  // AWS::SQS::Queue: "QueueName", "FifoQueue".
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
  // AWS::SNS::Topic: "TopicName", "FifoTopic": subscribers confirmed their address to the topic.
  'AWS::SNS::Topic': ['TopicName', 'FifoTopic'],
  // AWS::Cognito::UserPool: "AliasAttributes" and "UsernameAttributes" ("Update requires: No interruption" in
  // the reference, refused by the service), "UsernameConfiguration"; attributes may be added to the schema and
  // none changed or removed, so its items are compared one by one below.
  'AWS::Cognito::UserPool': ['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration', 'Schema[]'],
  // AWS::Cognito::UserPoolClient: "UserPoolId", "GenerateSecret": pages and programs know the client's id.
  'AWS::Cognito::UserPoolClient': ['UserPoolId', 'GenerateSecret'],
  // AWS::Cognito::UserPoolGroup: "GroupName", "UserPoolId": a replaced group has no members.
  'AWS::Cognito::UserPoolGroup': ['GroupName', 'UserPoolId'],
  // AWS::Cognito::UserPoolDomain: "Domain", "UserPoolId".
  'AWS::Cognito::UserPoolDomain': ['Domain', 'UserPoolId'],
  // AWS::ApiGatewayV2::Api: "ProtocolType": a replaced API has another address.
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  // AWS::KMS::Key: "KeySpec" (refused by the service), "MultiRegion", "Origin".
  'AWS::KMS::Key': ['KeySpec', 'MultiRegion', 'Origin'],
};

/** A stateful resource, without anything that may change while it stays. */
export type Condensed = {
  type: string;
  /** "Retain" outlives its template. */
  deletionPolicy: string | null;
  replacing: Record<string, unknown>;
};
export type Baseline = {
  resources: Record<string, Condensed>;
  /** What other stacks import: "cannot delete or update an export that is in use". */
  exports: Record<string, unknown>;
};

type Template = {
  Resources: Record<string, { Type: string; DeletionPolicy?: string; Properties?: Properties }>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>;
};

/** What of a template an upgrade must leave alone. */
export function condense({ Resources, Outputs = {} }: Template): Baseline {
  const resources = Object.entries(Resources).flatMap(([id, { Type, DeletionPolicy, Properties = {} }]) => {
    const names = stateful[Type];
    if (names === undefined) return [];
    const replacing = names
      .map((name) => [name, Properties[name.replace('[]', '')]])
      .filter(([, value]) => value !== undefined);
    const condensed = {
      type: Type,
      deletionPolicy: DeletionPolicy ?? null,
      replacing: Object.fromEntries(replacing),
    };
    return [[id, condensed] as const];
  });
  const exports = Object.values(Outputs).flatMap(({ Value, Export }) =>
    Export ? [[Export.Name, Value] as const] : [],
  );
  return { resources: Object.fromEntries(resources), exports: Object.fromEntries(exports) };
}

/** Each harm that upgrading from one to the other would do, in words. */
export function harms(before: Baseline, after: Baseline): string[] {
  const ofResources = Object.entries(before.resources).flatMap(([id, was]) => {
    const is = after.resources[id];
    if (is === undefined) return [`${was.type} ${id} vanishes`];
    if (is.type !== was.type) return [`${was.type} ${id} becomes ${is.type}`];
    const names = new Set([...Object.keys(was.replacing), ...Object.keys(is.replacing)]);
    const replaced = [...names].filter((name) => !stays(name, was.replacing[name], is.replacing[name]));
    return [
      ...replaced.map((name) => `${was.type} ${id} is replaced: ${name}`),
      ...(was.deletionPolicy === 'Retain' && is.deletionPolicy !== 'Retain'
        ? [`${was.type} ${id} is no longer retained`]
        : []),
    ];
  });
  const ofExports = Object.entries(before.exports)
    .filter(([name, value]) => JSON.stringify(after.exports[name]) !== JSON.stringify(value))
    .map(([name]) => `export ${name} is not as it was`);
  return [...ofResources, ...ofExports];
}

/** A list that may only grow holds every item that it held; any other value is the same. */
function stays(name: string, was: unknown, is: unknown): boolean {
  if (!name.endsWith('[]')) return JSON.stringify(was) === JSON.stringify(is);
  const items = new Set((Array.isArray(is) ? is : []).map((item) => JSON.stringify(item)));
  return (Array.isArray(was) ? was : []).every((item) => items.has(JSON.stringify(item)));
}
