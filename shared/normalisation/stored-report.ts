import { type Finding, type Report, reportSchema } from './report.ts';
import { noTasks } from './tasks/read-tasks.ts';

/** What a report of the first engine did not say. */
type Later = 'groups' | 'shadow' | 'changes';
type LaterOfFinding = 'difference' | 'hint' | 'about' | 'cause';
type CountsBefore = Omit<Report['counts'], 'tasks'>;
/** As reports were before there were tasks. */
type Report2 = Omit<Report, 'schema' | 'tasks' | 'counts'> & { counts: CountsBefore };
type Report1 = Omit<Report2, Later | 'findings'> & {
  findings: (Omit<Finding, LaterOfFinding> & Partial<Pick<Finding, LaterOfFinding>>)[];
};
/** Reports named no shape at first: what the first engine wrote, then what a later one wrote but for its name. */
export type StoredReport =
  | Report
  | (Report2 & { schema?: 'report/2' })
  | (Report1 & Partial<Pick<Report, Later>>);

/**
 * A stored report of any engine, with everything that one of this engine says.
 * @throws Error for a shape that this engine does not know: it was written by a later one
 */
export function reportFrom(stored: StoredReport): Report {
  const shape = 'schema' in stored ? stored.schema : undefined;
  if (shape === reportSchema) return stored as Report;
  if (shape !== undefined && shape !== 'report/2') {
    throw new Error(`a stored report is of the unknown shape ${String(shape)}`);
  }
  const { reports: tasks, ...counted } = noTasks;
  const counts = { ...stored.counts, tasks: counted };
  const later = { schema: reportSchema, tasks, counts } as const;
  if ('groups' in stored && stored.groups) return { ...(stored as Report2), ...later };
  const findings = stored.findings.map((finding): Finding => {
    return { difference: null, hint: null, about: null, cause: null, ...finding };
  });
  return { ...stored, findings, groups: [], shadow: {}, changes: null, ...later };
}
