import { type Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { type Conditions, Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  EventSourceMapping,
  Function as LambdaFunction,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { catalogPartitions } from '../shared/aws/keys.ts';
import type { Environment, FunctionName } from '../shared/lambda/environment.ts';
import { type Alarms, counted } from './alarms.ts';
import { type DataStack, ServiceStack } from './stacks.ts';

export type ServiceFunctionProps<F extends FunctionName> = {
  name: F;
  /** What it does, for who reads the console. */
  description: string;
  /** Every variable of the function's contract and no other: else it does not compile. */
  environment: Environment<NoInfer<F>>;
  memoryMB: number;
  timeout: Duration;
  /** One sentence for the alarm `<name>-errors`: who is hurt when this function fails, and how. */
  errorsHurt: string;
  /** Where the event of a caller that does not wait goes when the function has failed three times. */
  deadLetters?: IQueue;
};

/**
 * Every Lambda of the service is made here: one entry file, its own role with exactly what `may…` gives
 * it, its own logs with an end, and an alarm on its errors. Alarms stand in the service stack: for a
 * function of the data stack, it is raised from there (`alarmOnErrors`).
 */
export class ServiceFunction<F extends FunctionName> extends Construct {
  readonly lambda: LambdaFunction;
  protected readonly role: Role;
  private readonly errors: { name: string; hurts: string };

  constructor(stack: ServiceStack | DataStack, props: ServiceFunctionProps<F>) {
    super(stack, pascal(props.name));
    this.errors = { name: `${props.name}-errors`, hurts: props.errorsHurt };
    const logGroup = new LogGroup(this, 'Logs', {
      retention: stack.settings.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.may(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(stack.bundles[props.name]),
      environment: props.environment,
      memorySize: props.memoryMB,
      timeout: props.timeout,
      role: this.role,
      logGroup,
      ...(props.deadLetters === undefined ? {} : { deadLetterQueue: props.deadLetters }),
    });
    if (stack instanceof ServiceStack) this.alarmOnErrors(stack.alarms);
  }

  /** Raises `<name>-errors` as soon as it fails once. */
  alarmOnErrors(alarms: Alarms): void {
    const { name, hurts } = this.errors;
    alarms.raise(name, { hurts, when: this.lambda.metricErrors(counted), above: 0 });
  }

  /** Permits exactly these actions on exactly this resource, where conditions hold if any are given. */
  may(actions: readonly string[], resource: string, conditions?: Conditions): void {
    this.role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: [...actions],
        resources: [resource],
        ...(conditions === undefined ? {} : { conditions }),
      }),
    );
  }

  /** Permits reading the published catalogues, and nothing else of the table, to whoever may not get every item. */
  mayReadCatalog(tableArn: string): void {
    this.may(['dynamodb:GetItem'], tableArn, onlyPartitions(catalogPartitions));
  }

  /**
   * Permits actions on objects whose names only the running service knows.
   * @param objects the objects' ARN, made from names (see `bucketArn`), ending in `/*`
   * @param reason why no narrower name is known when the policy is written
   */
  mayOnObjects(actions: readonly string[], objects: string, reason: string): void {
    this.may(actions, objects);
    Validations.of(this.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${findingOf(Stack.of(this).resolve(objects))}]`,
      reason,
    });
  }

  /**
   * Reads messages from a queue in batches; a message that fails comes back alone, unless it took the whole
   * process with it (time, memory): then its batch comes back.
   * @param reading.atOnce how many batches are worked on at the same time
   */
  reads(queue: IQueue, reading: { batchSize: number; atOnce: number; batchingWindow?: Duration }): void {
    this.may(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue.queueArn);
    new EventSourceMapping(this, 'Reads', {
      target: this.lambda,
      eventSourceArn: queue.queueArn,
      batchSize: reading.batchSize,
      reportBatchItemFailures: true,
      // On the event source and not as reserved concurrency, whose throttling counts as failed receives
      // and fills the dead-letter queue with good messages.
      maxConcurrency: reading.atOnce,
      ...(reading.batchingWindow === undefined ? {} : { maxBatchingWindow: reading.batchingWindow }),
    });
  }
}

/** The condition that a request is about items of these partitions only. */
export function onlyPartitions(partitions: readonly string[]): Conditions {
  return {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] },
    // Without it, a request that names no key would meet the condition above.
    Null: { 'dynamodb:LeadingKeys': 'false' },
  };
}

/** `open-submission` → `OpenSubmission` */
function pascal(name: FunctionName): string {
  return name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}

/** An ARN as the AWS Solutions rules name it in a finding: `arn:<AWS::Partition>:s3:::…`. */
function findingOf(arn: string | { 'Fn::Join': [string, (string | { Ref: string })[]] }): string {
  if (typeof arn === 'string') return arn;
  const [separator, parts] = arn['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : `<${part.Ref}>`)).join(separator);
}
