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
  /** The local day of that meeting, before which nothing can have been done for it; absent: not known. */
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

export type TaskStore = {
  /** Every task of every meeting, in no order. */
  tasks(): Promise<Task[]>;
  /** Keeps a task by one conditional write: only if its revision is one more than what is there. */
  putTask(next: Task): Promise<'put' | 'somebody-was-first'>;
  /** What the standing submissions say of tasks, by submission; nothing where one says nothing. */
  taskReportsOf(submissions: readonly string[]): Promise<Map<string, TaskReport[]>>;
  /** Writes what a submission says, whole, before its verdict; the same again changes nothing. */
  putTaskReports(submission: string, reports: readonly TaskReport[]): Promise<void>;
};

/**
 * The tasks of a meeting as it saw them: those that were open when the one before it ended, and those that were
 * assigned there. `carried + assigned = done + continuing`, always: what was not reported continues, and is told so.
 */
export type TasksDocument = {
  schema: 'tasks/1';
  meeting: string;
  carried: number;
  assigned: number;
  done: number;
  continuing: number;
  notReported: number;
  tasks: (Omit<Task, 'schema' | 'revision' | 'closed'> & {
    /** The lead's name on the map of the day of the cut-off. */
    leadName: string;
    state: TaskState;
    reported: boolean;
    doneOn: string | null;
    result: string | null;
    cause: string | null;
    /** Where it was told: the slot's version and the row; null where nothing was. */
    told: { form: string; period: string; version: number; at: TaskReport['at'] } | null;
  })[];
};
