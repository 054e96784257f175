import * as v from 'valibot';
import { propertiesOf, type Resource } from '../template/resources.ts';

const list = v.optional(v.array(v.string()), []);
const CorsRule = v.object({
  AllowedOrigins: v.array(v.string()),
  AllowedMethods: v.array(v.string()),
  AllowedHeaders: list,
  ExposedHeaders: list,
  MaxAge: v.optional(v.number()),
});
const Configuration = v.object({
  Queue: v.string(),
  Event: v.string(),
  Filter: v.optional(
    v.object({ S3Key: v.object({ Rules: v.array(v.object({ Name: v.string(), Value: v.string() })) }) }),
  ),
});
const none = v.optional(
  v.pipe(v.array(v.unknown()), v.maxLength(0, 'only notifications to queues run here')),
  [],
);
const Bucket = v.object({
  VersioningConfiguration: v.optional(v.object({ Status: v.string() })),
  CorsConfiguration: v.optional(v.object({ CorsRules: v.array(CorsRule) })),
  NotificationConfiguration: v.optional(
    v.object({
      QueueConfigurations: v.optional(v.array(Configuration), []),
      LambdaConfigurations: none,
      TopicConfigurations: none,
      EventBridgeConfiguration: v.optional(v.never('EventBridge notifications do not run here')),
    }),
  ),
});

export type CorsRule = v.InferOutput<typeof CorsRule>;
/** Where a bucket tells of which of its events: `prefix` and `suffix` of the key. */
export type QueueNotification = { queueArn: string; event: string; prefix: string; suffix: string };
export type Bucket = {
  resource: Resource;
  name: string;
  arn: string;
  versioned: boolean;
  cors: CorsRule[];
  notifications: QueueNotification[];
};

/** Reads a bucket's properties. @throws TemplateError when it asks for what does not run here */
export function bucketOf(resource: Resource): Bucket {
  const properties = propertiesOf(resource, Bucket);
  const notifications = properties.NotificationConfiguration?.QueueConfigurations ?? [];
  return {
    resource,
    name: resource.physicalId,
    arn: resource.arn ?? '',
    versioned: properties.VersioningConfiguration?.Status === 'Enabled',
    cors: properties.CorsConfiguration?.CorsRules ?? [],
    notifications: notifications.map(({ Queue, Event, Filter }) => {
      const rule = (name: string) =>
        Filter?.S3Key.Rules.find((one) => one.Name.toLowerCase() === name)?.Value ?? '';
      return { queueArn: Queue, event: Event, prefix: rule('prefix'), suffix: rule('suffix') };
    }),
  };
}
