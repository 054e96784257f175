import { beforeAll, describe, expect, test } from '@jest/globals';
import { list, type Properties, type Templates, templatesOf } from './template.ts';

let templates: Templates;
beforeAll(async () => {
  templates = await templatesOf();
}, 60_000);

/** Everything that names a queue as the place for what failed. */
function deadLetterTargets(all: Templates): Set<string> {
  const targets = all.resources.flatMap(({ type, properties }) => {
    if (type === 'AWS::SQS::Queue') return [(properties.RedrivePolicy as Properties)?.deadLetterTargetArn];
    if (type === 'AWS::Lambda::Function') return [(properties.DeadLetterConfig as Properties)?.TargetArn];
    if (type !== 'AWS::Scheduler::Schedule') return [];
    return [((properties.Target as Properties).DeadLetterConfig as Properties)?.Arn];
  });
  return new Set(targets.filter((target) => target !== undefined).map((target) => all.read(target)));
}

function policyOf(type: string, property: string, id: string): ReturnType<Templates['statements']> {
  const policy = templates.of(type).find(({ properties }) => templates.read(properties[property]) === id);
  return policy === undefined ? [] : templates.statements(policy.properties.PolicyDocument);
}

function refusesPlainText(statements: ReturnType<Templates['statements']>): boolean {
  return statements.some(
    ({ effect, condition }) => effect === 'Deny' && condition === 'Bool aws:SecureTransport false',
  );
}

describe('queues', () => {
  test('each has a dead-letter queue after five tries, or is one', () => {
    const targets = deadLetterTargets(templates);
    const queues = templates.of('AWS::SQS::Queue');
    const work = queues.filter(({ id }) => !targets.has(`${id}.Arn`));
    expect(work.map(({ id }) => id).sort()).toEqual([
      'AggregateWorkQueue',
      'PreviewCatalogWorkQueue',
      'UploadsWorkQueue',
    ]);
    for (const { properties } of work) {
      expect(properties.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
    }
    expect(queues).toHaveLength(7);
  });

  test('each keeps messages for 14 days, encrypted, and refuses plain text', () => {
    for (const { id, properties } of templates.of('AWS::SQS::Queue')) {
      expect(properties).toMatchObject({ MessageRetentionPeriod: 14 * 86_400, SqsManagedSseEnabled: true });
      expect([id, refusesPlainText(policyOf('AWS::SQS::QueuePolicy', 'Queues', id))]).toEqual([id, true]);
    }
  });

  test('only the uploads bucket of this account announces files, and the queue admits it first', () => {
    const admitted = policyOf('AWS::SQS::QueuePolicy', 'Queues', 'UploadsWorkQueue').filter(
      ({ effect }) => effect === 'Allow',
    );
    expect(admitted).toEqual([
      {
        effect: 'Allow',
        actions: ['sqs:SendMessage'],
        resources: ['UploadsWorkQueue.Arn'],
        principal: '{"Service":"s3.amazonaws.com"}',
        condition:
          'ArnEquals aws:SourceArn arn:AWS::Partition:s3:::diem-cau-dev-uploads-AWS::AccountId-AWS::Region; ' +
          'StringEquals aws:SourceAccount AWS::AccountId',
      },
    ]);
    const bucket = templates.one('AWS::S3::Bucket', 'Uploads');
    expect(templates.read(bucket.properties.BucketName)).toBe(
      'diem-cau-dev-uploads-AWS::AccountId-AWS::Region',
    );
    expect(bucket.dependsOn).toContain('UploadsWorkQueuePolicy');
    expect(bucket.properties.NotificationConfiguration).toMatchObject({
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'submissions/' }] } },
        },
        {
          Event: 's3:ObjectCreated:*',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'evidence/' }] } },
        },
      ],
    });
  });
});

describe('buckets', () => {
  test('each is closed to the public, encrypted, refuses plain text and outlives its stack', () => {
    const buckets = templates.of('AWS::S3::Bucket');
    expect(buckets.map(({ id }) => id).sort()).toEqual([
      'AccessLogs',
      'PortalFiles',
      'Records',
      'Snapshots',
      'Uploads',
    ]);
    for (const { id, properties, deletionPolicy } of buckets) {
      expect(properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(properties.BucketEncryption).toBeDefined();
      expect([id, refusesPlainText(policyOf('AWS::S3::BucketPolicy', 'Bucket', id))]).toEqual([id, true]);
      expect(deletionPolicy).toBe('Retain');
    }
  });

  test('each keeps what stood before and records its readers, but for the records of readers', () => {
    for (const { id, properties } of templates
      .of('AWS::S3::Bucket')
      .filter(({ id }) => id !== 'AccessLogs')) {
      expect([id, properties.VersioningConfiguration]).toEqual([id, { Status: 'Enabled' }]);
      expect(templates.read((properties.LoggingConfiguration as Properties).DestinationBucketName)).toBe(
        'AccessLogs',
      );
    }
  });

  test('browsers may put from the portal only', () => {
    const { CorsRules: rules } = templates.one('AWS::S3::Bucket', 'Uploads').properties
      .CorsConfiguration as Properties;
    expect(rules).toMatchObject([
      { AllowedMethods: ['PUT'], AllowedOrigins: ['http://127.0.0.1:4800'] },
      { AllowedMethods: ['GET'], AllowedOrigins: ['http://127.0.0.1:4800'] },
    ]);
  });

  test.each(['Uploads', 'Records', 'Snapshots'])(
    'a page of the portal may follow a redirect to %s, no other page',
    (id) => {
      const { CorsRules: rules } = templates.one('AWS::S3::Bucket', id).properties.CorsConfiguration as {
        CorsRules: { AllowedMethods: string[]; AllowedOrigins: string[] }[];
      };
      expect(rules.filter(({ AllowedMethods: methods }) => methods.includes('GET'))).toMatchObject([
        { AllowedMethods: ['GET'], AllowedOrigins: ['http://127.0.0.1:4800'] },
      ]);
      expect(rules.flatMap(({ AllowedOrigins: origins }) => origins)).not.toContain('*');
    },
  );

  test('none is locked unless the setting says so', () => {
    expect(templates.text).not.toContain('ObjectLock');
  });
});

test('the table: one key, paid by use, restorable to any second, protected, no index', () => {
  const table = templates.one('AWS::DynamoDB::Table', 'Table');
  expect(table.properties).toEqual({
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    BillingMode: 'PAY_PER_REQUEST',
    DeletionProtectionEnabled: true,
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
  expect(table.deletionPolicy).toBe('Retain');
});

describe('identity', () => {
  test('what roles stand on outlives the stack: pool, groups and client', () => {
    const kinds = ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolGroup', 'AWS::Cognito::UserPoolClient'];
    const policies = kinds.flatMap((kind) => templates.of(kind).map(({ deletionPolicy }) => deletionPolicy));
    expect(policies).toEqual(Array.from({ length: 7 }, () => 'Retain'));
  });

  test('invitations speak both languages, and are sent by SES where an address is given', async () => {
    const { properties } = templates.one('AWS::Cognito::UserPool', 'IdentityPool');
    expect(properties.EmailConfiguration).toBeUndefined();
    const { InviteMessageTemplate: invite } = properties.AdminCreateUserConfig as Properties;
    const { EmailMessage: message } = invite as { EmailMessage: string };
    for (const part of ['{username}', '{####}', '&#272;i&#7875;m C&#7847;u', 'Temporary password']) {
      expect(message).toContain(part);
    }
    const mailIdentityArn = 'arn:aws:ses:ap-southeast-1:123456789012:identity/example.vn';
    const sent = await templatesOf({ mailFrom: 'diemcau@example.vn', mailIdentityArn });
    expect(sent.one('AWS::Cognito::UserPool', 'IdentityPool').properties.EmailConfiguration).toEqual({
      EmailSendingAccount: 'DEVELOPER',
      From: 'diemcau@example.vn',
      SourceArn: mailIdentityArn,
    });
  });

  test('users are made by an administrator, and no client may write whose unit they are', () => {
    const { properties, deletionPolicy } = templates.one('AWS::Cognito::UserPool', 'IdentityPool');
    expect(properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Schema: [{ Name: 'unit', AttributeDataType: 'String', Mutable: true }],
    });
    expect(deletionPolicy).toBe('Retain');
    const client = templates.one('AWS::Cognito::UserPoolClient', 'IdentityPoolPortal').properties;
    expect(client.WriteAttributes).toEqual(['locale']);
    expect(list(client.ReadAttributes)).toContain('custom:unit');
  });

  test('the portal keeps no secret, never sends a password, and its ID tokens last an hour', () => {
    expect(templates.one('AWS::Cognito::UserPoolClient', 'IdentityPoolPortal').properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      IdTokenValidity: 60,
      TokenValidityUnits: { IdToken: 'minutes' },
    });
  });

  test('five roles', () => {
    const groups = templates.of('AWS::Cognito::UserPoolGroup').map(({ properties }) => properties.GroupName);
    expect(groups.sort()).toEqual(['analyst', 'approver', 'member', 'reporter', 'secretariat']);
  });
});

test('what must outlive the code stands in the other stack', () => {
  const types = templates.resources.filter(({ stack }) => stack === 'service').map(({ type }) => type);
  for (const stateful of ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::Cognito::UserPool']) {
    expect(types).not.toContain(stateful);
  }
});
