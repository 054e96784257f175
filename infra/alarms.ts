import { Aws, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** Every alarm is looked at over these minutes, once. */
const window = Duration.minutes(5);

/** The alarms and who is told. Each alarm's name is a heading of docs/runbook.md, and a test holds that. */
export class Alarms extends Construct {
  private readonly topic: Topic;
  private readonly stage: string;

  constructor(scope: Construct, settings: Settings) {
    super(scope, 'Alarms');
    this.stage = settings.stage;
    this.topic = new Topic(this, 'Topic', { displayName: `Diem Cau ${settings.stage}`, enforceSSL: true });
    for (const address of settings.alarmEmails) this.topic.addSubscription(new EmailSubscription(address));
    // A topic with a policy of its own loses the standard one, which let the account's alarms publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }

  /**
   * Tells somebody as soon as the metric is above the threshold.
   * @param name the runbook's heading; `DiemCau-<stage>-<name>` in CloudWatch
   * @param alarm.hurts one sentence: who is hurt, and how
   */
  raise(name: string, alarm: { hurts: string; when: Metric; above: number }): void {
    new Alarm(this, name, {
      alarmName: `DiemCau-${this.stage}-${name}`,
      alarmDescription: alarm.hurts,
      metric: alarm.when,
      threshold: alarm.above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }

  /** Raises `<name>-dead-letters` when a message has failed for good. */
  watchDeadLetters(name: string, queue: IQueue, hurts: string): void {
    const when = queue.metricApproximateNumberOfMessagesVisible({ period: window, statistic: Stats.MAXIMUM });
    this.raise(`${name}-dead-letters`, { hurts, when, above: 0 });
  }

  /** Raises `<name>-waiting` when a message has been waiting for longer than the given time. */
  watchWaiting(name: string, queue: IQueue, longest: Duration, hurts: string): void {
    const when = queue.metricApproximateAgeOfOldestMessage({ period: window, statistic: Stats.MAXIMUM });
    this.raise(`${name}-waiting`, { hurts, when, above: longest.toSeconds() });
  }
}

/** How failures are counted: all of one window, with none as none. */
export const counted = { period: window, statistic: Stats.SUM };
