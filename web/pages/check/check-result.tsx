import { useRef } from 'preact/hooks';
import { useHeldSession } from '../../app/use-session.ts';
import type { CheckDesk } from '../../engine/check-desk.ts';
import type { CheckSummary } from '../../engine/check-messages.ts';
import { TaskTable } from '../../parts/task-table.tsx';
import { ContextNotice } from './context-notice.tsx';
import type { SlotAsked, WithoutContext } from './file-check.ts';
import { FileFacts } from './file-facts.tsx';
import { FindingList } from './finding-list.tsx';
import { type LinesHandle, LinesPart } from './lines-part.tsx';
import { MadeFiles } from './made-files.tsx';
import { RepairList } from './repair-list.tsx';
import { SendPart } from './send-part.tsx';
import { VerdictPart } from './verdict-part.tsx';

/** What the check says: the verdict, what to do, what was found, and the table as it was read. */
export function CheckResult({
  slot,
  desk,
  file,
  summary,
  without,
  again,
}: {
  slot: SlotAsked;
  desk: CheckDesk;
  file: File;
  summary: CheckSummary;
  without: WithoutContext | null;
  again: () => void;
}) {
  const session = useHeldSession();
  const lines = useRef<LinesHandle>(null);
  const mayReport = session?.roles.includes('reporter') ?? false;
  const isReturned = summary.report.verdict === 'returned';
  // What passes is sent; what does not is mended first, for which the marked file helps.
  const send = mayReport && <SendPart slot={slot} file={file} summary={summary} />;
  return (
    <div class="check-result">
      <VerdictPart summary={summary} />
      <ContextNotice summary={summary} without={without} again={again} />
      <FindingList summary={summary} goTo={(finding) => lines.current?.goTo(finding)} />
      {!isReturned && send}
      <MadeFiles desk={desk} summary={summary} />
      {isReturned && send}
      <LinesPart desk={desk} summary={summary} handle={lines} />
      <RepairList summary={summary} />
      {summary.tasks.length > 0 && <TaskTable tasks={summary.tasks} />}
      <FileFacts summary={summary} />
    </div>
  );
}
