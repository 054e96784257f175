import type { AccessLogs } from './access-logs.ts';
import { PrivateBucket, readByPortal, recordedIn } from './private-bucket.ts';
import type { DataStack } from './stacks.ts';

/** Reports, lineage, contexts and marked workbooks, an object of each per submission; what normalising makes can be made again. */
export class Records extends PrivateBucket {
  constructor(data: DataStack, given: { accessLogs: AccessLogs }) {
    super(data, 'Records', 'records', {
      versioned: true,
      // Marked workbooks.
      cors: [readByPortal(data.settings)],
      ...recordedIn(given.accessLogs, 'records'),
    });
  }
}
