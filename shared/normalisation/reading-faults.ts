import { containerFaults } from './faults/container-faults.ts';
import { figureFaults } from './faults/figure-faults.ts';
import { layoutFaults } from './faults/layout-faults.ts';
import { namingFaults } from './faults/naming-faults.ts';
import { recordFaults } from './faults/record-faults.ts';
import { taskFaults } from './faults/task-faults.ts';

/** What can be wrong in reading a file, by the step that meets it. The rules bring their own. */
export const readingFaults = {
  ...containerFaults,
  ...recordFaults,
  ...layoutFaults,
  ...namingFaults,
  ...figureFaults,
  ...taskFaults,
} as const;

export type ReadingFault = keyof typeof readingFaults;
