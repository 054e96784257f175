import { arn, region } from './place.ts';

/** Where the local services listen; known before any template is resolved. */
export type Endpoints = { api: string; dynamodb: string; s3: string; sqs: string };

type Make = (name: string, endpoints: Endpoints) => string;

/** What becomes of a resource type on one machine, and what `Ref` and `Fn::GetAtt` answer for it. */
export type ResourceType = {
  /** `run`: acts as in AWS · `noted`: read and listed, without any effect here */
  treatment: 'run' | 'noted';
  /** The property that gives it an explicit name, and how long and in which letters a name of ours may be. */
  nameProperty?: string;
  nameLimit?: number;
  lowerCase?: true;
  suffix?: (properties: Readonly<Record<string, unknown>>) => string;
  ref?: Make;
  attributes?: Record<string, Make>;
};

const noted: ResourceType = { treatment: 'noted' };
const run: ResourceType = { treatment: 'run' };
const queueArn: Make = (name) => arn('sqs', name);
const bucketArn: Make = (name) => arn('s3', name, { region: false, account: false });
const bucketHost: Make = (name) => `${name}.s3.${region}.amazonaws.com`;
/** User pool ids are `region_` and letters and digits only. */
const poolId = (name: string) => `${region}_${name.replace(/[^A-Za-z0-9]/g, '')}`;
const poolIssuer = (name: string) => `cognito-idp.${region}.amazonaws.com/${poolId(name)}`;

/** Every resource type that may stand in a template. Any other one stops the start and is named. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  'AWS::DynamoDB::Table': {
    treatment: 'run',
    nameProperty: 'TableName',
    nameLimit: 255,
    attributes: { Arn: (name) => arn('dynamodb', `table/${name}`) },
  },
  'AWS::S3::Bucket': {
    treatment: 'run',
    nameProperty: 'BucketName',
    nameLimit: 63,
    lowerCase: true,
    attributes: { Arn: bucketArn, DomainName: bucketHost, RegionalDomainName: bucketHost },
  },
  'AWS::SQS::Queue': {
    treatment: 'run',
    nameProperty: 'QueueName',
    nameLimit: 80,
    suffix: (properties) => (properties.FifoQueue === true ? '.fifo' : ''),
    ref: (name, endpoints) => `${endpoints.sqs}/000000000000/${name}`,
    attributes: {
      Arn: queueArn,
      QueueName: (name) => name,
      QueueUrl: (name, endpoints) => `${endpoints.sqs}/000000000000/${name}`,
    },
  },
  'AWS::SQS::QueuePolicy': run,
  'AWS::Cognito::UserPool': {
    treatment: 'run',
    ref: poolId,
    attributes: {
      Arn: (name) => arn('cognito-idp', `userpool/${poolId(name)}`),
      UserPoolId: poolId,
      ProviderName: poolIssuer,
      ProviderURL: (name) => `https://${poolIssuer(name)}`,
    },
  },
  'AWS::Cognito::UserPoolClient': { treatment: 'run', attributes: { ClientId: (name) => name } },
  'AWS::Cognito::UserPoolGroup': { treatment: 'run', nameProperty: 'GroupName' },
  'AWS::Cognito::UserPoolDomain': noted,
  'AWS::Lambda::Function': {
    treatment: 'run',
    nameProperty: 'FunctionName',
    nameLimit: 64,
    attributes: { Arn: (name) => arn('lambda', `function:${name}`) },
  },
  'AWS::Lambda::EventSourceMapping': run,
  'AWS::Lambda::EventInvokeConfig': run,
  'AWS::Lambda::Permission': run,
  'AWS::ApiGatewayV2::Api': {
    treatment: 'run',
    nameLimit: 40,
    lowerCase: true,
    attributes: { ApiEndpoint: (_name, endpoints) => endpoints.api, ApiId: (name) => name },
  },
  'AWS::ApiGatewayV2::Stage': { treatment: 'run', nameProperty: 'StageName' },
  'AWS::ApiGatewayV2::Route': run,
  'AWS::ApiGatewayV2::Integration': run,
  'AWS::ApiGatewayV2::Authorizer': run,
  'AWS::Scheduler::Schedule': {
    treatment: 'run',
    nameProperty: 'Name',
    nameLimit: 64,
  },
  'AWS::Scheduler::ScheduleGroup': {
    treatment: 'run',
    nameProperty: 'Name',
    nameLimit: 64,
    attributes: { Arn: (name) => arn('scheduler', `schedule-group/${name}`) },
  },
  'AWS::Events::EventBus': {
    treatment: 'run',
    nameProperty: 'Name',
    nameLimit: 256,
    attributes: { Arn: (name) => arn('events', `event-bus/${name}`), Name: (name) => name },
  },
  'AWS::SES::EmailIdentity': { treatment: 'run', nameProperty: 'EmailIdentity' },
  'AWS::IAM::Role': {
    treatment: 'run',
    nameProperty: 'RoleName',
    nameLimit: 64,
    attributes: { Arn: (name) => arn('iam', `role/${name}`, { region: false }), RoleId: (name) => name },
  },
  'AWS::IAM::Policy': run,
  'AWS::IAM::ManagedPolicy': {
    treatment: 'noted',
    ref: (name) => arn('iam', `policy/${name}`, { region: false }),
  },
  'AWS::S3::BucketPolicy': noted,
  // The distribution is what this stack's own front stands for (local/control/front.ts).
  'AWS::CloudFront::Distribution': {
    treatment: 'noted',
    attributes: { DomainName: (name) => `${name.toLowerCase()}.cloudfront.net`, Id: (name) => name },
  },
  'AWS::CloudFront::Function': {
    treatment: 'noted',
    nameProperty: 'Name',
    attributes: { FunctionARN: (name) => arn('cloudfront', `function/${name}`, { region: false }) },
  },
  'AWS::CloudFront::OriginAccessControl': { treatment: 'noted', attributes: { Id: (name) => name } },
  'AWS::CloudFront::ResponseHeadersPolicy': { treatment: 'noted', attributes: { Id: (name) => name } },
  'AWS::CloudFront::CachePolicy': { treatment: 'noted', attributes: { Id: (name) => name } },
  'AWS::Logs::LogGroup': {
    treatment: 'noted',
    nameProperty: 'LogGroupName',
    attributes: { Arn: (name) => arn('logs', `log-group:${name}:*`) },
  },
  'AWS::Logs::MetricFilter': noted,
  'AWS::CloudWatch::Alarm': {
    treatment: 'noted',
    nameProperty: 'AlarmName',
    attributes: { Arn: (name) => arn('cloudwatch', `alarm:${name}`) },
  },
  'AWS::CloudWatch::Dashboard': noted,
  'AWS::SNS::Topic': {
    treatment: 'noted',
    nameProperty: 'TopicName',
    ref: (name) => arn('sns', name),
    attributes: { TopicArn: (name) => arn('sns', name), TopicName: (name) => name },
  },
  'AWS::SNS::TopicPolicy': noted,
  'AWS::SNS::Subscription': noted,
  'AWS::KMS::Key': {
    treatment: 'noted',
    attributes: { Arn: (name) => arn('kms', `key/${name}`), KeyId: (name) => name },
  },
  'AWS::KMS::Alias': noted,
  'AWS::CDK::Metadata': noted,
};
