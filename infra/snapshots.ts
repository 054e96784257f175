import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { AccessLogs } from './access-logs.ts';
import { lockBySetting, PrivateBucket, recordedIn } from './private-bucket.ts';
import type { DataStack } from './stacks.ts';

/** The figures as a meeting saw them: written once, read for ever. */
export class Snapshots extends PrivateBucket {
  constructor(data: DataStack, given: { accessLogs: AccessLogs }) {
    super(data, 'Snapshots', 'snapshots', {
      versioned: true,
      // The API redirects to a signed GET here, which a page of the portal must be able to follow.
      cors: [
        { allowedMethods: [HttpMethods.GET], allowedOrigins: [data.settings.portalOrigin], maxAge: 3600 },
      ],
      ...lockBySetting(data.settings),
      ...recordedIn(given.accessLogs, 'snapshots'),
    });
  }
}
