import type { Finding, Report } from './report.ts';

/** What a report of the first engine did not say. */
type Later = 'groups' | 'shadow' | 'changes';
type LaterOfFinding = 'difference' | 'hint' | 'about' | 'cause';
type Report1 = Omit<Report, Later | 'findings'> & {
  findings: (Omit<Finding, LaterOfFinding> & Partial<Pick<Finding, LaterOfFinding>>)[];
};
export type StoredReport = Report | (Report1 & Partial<Pick<Report, Later>>);

/** A stored report of any engine, with everything that one of this engine says. */
export function reportFrom(stored: StoredReport): Report {
  if ('groups' in stored && stored.groups) return stored as Report;
  const findings = stored.findings.map((finding): Finding => {
    return { difference: null, hint: null, about: null, cause: null, ...finding };
  });
  return { ...stored, findings, groups: [], shadow: {}, changes: null };
}
