import type { TaskPeople } from './lead.ts';

/** A task (nhiệm vụ) that a meeting assigned: one unit leads it, and reports on it with its own uploads. */
export type Task = {
  schema: 'task/1';
  /** `ubqg-11/3`: the meeting that assigned it, and its number there. */
  id: string;
  revision: number;
  meeting: string;
  number: number;
  /** As the notice of conclusions words it, in Vietnamese. */
  text: string;
  /** The one unit that answers for it, by id: `ministry:BCA`, `province:01@2008`. */
  lead: string;
  /** Units that work with it. */
  with: string[];
  /** What is handed over, and by what it is measured. */
  deliverable: string;
  measure: string;
  /**
   * The local day before which nothing can have been done for it: that on which the meeting was to be when the task was
   * sent, or that on which it was sent, where that came first; absent: not known.
   */
  assignedOn?: string;
  /** The last local day. */
  deadline: string;
  /** The meeting at whose freeze it was done; null while it is open. */
  closed: { meeting: string } | null;
  /** True for a text that was made up for a demonstration or a test. */
  constructed: boolean;
};

/** `done`: handed over · `continuing`: not yet, and then the cause is told. */
export type TaskState = 'done' | 'continuing';

/** What a lead unit's standing report says of one of its tasks, with the row that it came from. */
export type TaskReport = {
  task: string;
  state: TaskState;
  /** The local day on which it was done, where that is told. */
  doneOn: string | null;
  /** What was reached. */
  result: string | null;
  /** Why it is not done: required while it continues. */
  cause: string | null;
  at: { sheet: string | null; cell: string };
};

/** Who changed a task, when (ISO 8601, UTC) and why; `by` is null for what the service did at a freeze. */
export type TaskChange = { schema: 'task-change/1'; by: string | null; at: string; why: string };

/** A task as it was between two changes, with the one that made it so. Not public: it names a person. */
export type TaskRevision = { task: Task; change: TaskChange };

/**
 * Which numbers of a meeting were given to which request, so that the same request again finds its own: they are
 * given before the tasks are put, and a request that died between is completed by its repetition.
 */
export type Assignments = {
  schema: 'assignments/1';
  meeting: string;
  /** Counts the requests: each is one conditional write after the one before. */
  revision: number;
  requests: { request: string; content: string; first: number; count: number; by: string; at: string }[];
};

export type TaskStore = {
  /** Every task of every meeting, in no order. */
  tasks(): Promise<Task[]>;
  /** The same as they were at an instant (ISO 8601, UTC): what was assigned or changed later is not in it. */
  tasksAt(instant: string): Promise<Task[]>;
  task(meeting: string, number: number): Promise<TaskRevision | undefined>;
  /**
   * Keeps a task by one conditional write: only if its revision is one more than what is there. The revision before
   * is kept first, so that nothing is ever lost.
   * @param before what it replaces; undefined: nothing, it is assigned
   */
  putTask(next: TaskRevision, before: TaskRevision | undefined): Promise<'put' | 'somebody-was-first'>;
  assignments(meeting: string): Promise<Assignments | undefined>;
  /** Keeps them by one conditional write: only if there was one request fewer. */
  putAssignments(next: Assignments): Promise<'put' | 'somebody-was-first'>;
  /** What the standing submissions say of tasks, by submission; nothing where one says nothing. */
  taskReportsOf(submissions: readonly string[]): Promise<Map<string, TaskReport[]>>;
  /** Writes what a submission says, whole, before its verdict; the same again changes nothing. */
  putTaskReports(submission: string, reports: readonly TaskReport[]): Promise<void>;
};

/**
 * The tasks of a meeting as it saw them: those that were open when the one before it ended (`carried`), and those
 * that were assigned there (`assigned`). `carried + assigned = done + continuing`, always: what was not reported
 * continues, and is told so. What this meeting itself assigns is the next one's.
 */
export type TasksDocument = {
  schema: 'tasks/1';
  meeting: string;
  /** The meeting whose tasks it starts from: the last before it that was not cancelled; null: it is the first. */
  previous: string | null;
  carried: number;
  assigned: number;
  done: number;
  continuing: number;
  notReported: number;
  /** Those that were carried first, the oldest first. */
  tasks: ReportedTask[];
};

/** Units are told as on the day of the cut-off. */
export type ReportedTask = Omit<Task, 'schema' | 'revision' | 'closed' | 'lead'> &
  TaskPeople & {
    /** Open before the meeting that it starts from; else assigned there. */
    carried: boolean;
    state: TaskState;
    reported: boolean;
    doneOn: string | null;
    result: string | null;
    cause: string | null;
    /** Where it was told: the slot's version and the row; null where nothing was. */
    told: { unit: string; form: string; period: string; version: number; at: TaskReport['at'] } | null;
  };
