import type { SchedulePlace } from '../aws/meeting-schedules.ts';
import type { Environment } from './environment.ts';

/** Where a function that sets schedules keeps them, and whom they start: the freeze its own function, every other step the one that
 * tells people. */
export function schedulePlace(
  environment: Pick<
    Environment<'meetings'>,
    'SCHEDULE_GROUP' | 'SCHEDULE_ROLE_ARN' | 'SCHEDULE_DEAD_LETTERS_ARN' | 'FREEZE_ARN' | 'REMIND_ARN'
  >,
): SchedulePlace {
  return {
    group: environment.SCHEDULE_GROUP,
    roleArn: environment.SCHEDULE_ROLE_ARN,
    deadLettersArn: environment.SCHEDULE_DEAD_LETTERS_ARN,
    targetOf: (step) => (step === 'freeze' ? environment.FREEZE_ARN : environment.REMIND_ARN),
  };
}
