import { type Finding, type Report, reportSchema } from './report.ts';

/** What a report of the first engine did not say. */
type Later = 'groups' | 'shadow' | 'changes';
type LaterOfFinding = 'difference' | 'hint' | 'about' | 'cause';
type Report1 = Omit<Report, Later | 'findings' | 'schema'> & {
  findings: (Omit<Finding, LaterOfFinding> & Partial<Pick<Finding, LaterOfFinding>>)[];
};
/** Reports named no shape at first: what the first engine wrote, then what this one writes but for its name. */
export type StoredReport = Report | Omit<Report, 'schema'> | (Report1 & Partial<Pick<Report, Later>>);

/**
 * A stored report of any engine, with everything that one of this engine says.
 * @throws Error for a shape that this engine does not know: it was written by a later one
 */
export function reportFrom(stored: StoredReport): Report {
  if ('schema' in stored && stored.schema !== reportSchema) {
    throw new Error(`a stored report is of the unknown shape ${String(stored.schema)}`);
  }
  if ('groups' in stored && stored.groups) return { ...(stored as Report), schema: reportSchema };
  const findings = stored.findings.map((finding): Finding => {
    return { difference: null, hint: null, about: null, cause: null, ...finding };
  });
  return { ...stored, schema: reportSchema, findings, groups: [], shadow: {}, changes: null };
}
