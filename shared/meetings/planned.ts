import type { Catalog } from '../catalog/catalog.ts';
import type { TaskStore } from '../tasks/task.ts';
import type { CalendarRecords } from './calendar-records.ts';
import type { Meeting, MeetingStore } from './meeting.ts';
import type { PlannedSchedule } from './plan-schedules.ts';
import type { MeetingSchedules } from './settle-schedules.ts';

export type PlanParts = {
  catalog: Catalog;
  meetings: MeetingStore;
  records: CalendarRecords;
  schedules: MeetingSchedules;
  tasks: Pick<TaskStore, 'tasks'>;
  /** Whether a meeting's figures are frozen. */
  isFrozen: (meeting: string) => Promise<boolean>;
};

/** What came of planning or changing a meeting: as it is kept, what was computed of it, and what is scheduled. */
export type Planned<W extends string> = {
  word: W;
  meeting: Meeting;
  computed: string[];
  schedules: (PlannedSchedule & { isSet: boolean })[];
};
