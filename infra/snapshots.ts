import type { AccessLogs } from './access-logs.ts';
import { lockBySetting, PrivateBucket, readByPortal, recordedIn } from './private-bucket.ts';
import type { DataStack } from './stacks.ts';

/** The figures as a meeting saw them: written once, read for ever. */
export class Snapshots extends PrivateBucket {
  constructor(data: DataStack, given: { accessLogs: AccessLogs }) {
    super(data, 'Snapshots', 'snapshots', {
      versioned: true,
      cors: [readByPortal(data.settings)],
      ...lockBySetting(data.settings),
      ...recordedIn(given.accessLogs, 'snapshots'),
    });
  }
}
