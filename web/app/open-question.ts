import type { StandingTold, WorkItem } from '../../shared/query/work-item.ts';

/** Whether something is asked of a report and open: of its newest attempt or of the version in force. */
export function hasOpenQuestion({ question, standing }: Pick<WorkItem, 'question' | 'standing'>): boolean {
  return question !== null || (standing !== null && standing.question !== null);
}

/** The version in force where the newest attempt is another one: what is told of that one says nothing of it. */
export function standingBehind({
  submission,
  standing,
}: Pick<WorkItem, 'submission' | 'standing'>): StandingTold | null {
  return standing === null || standing.submission === submission ? null : standing;
}
