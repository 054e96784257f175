import type { AttachmentView } from '../../../shared/query/read-attachment.ts';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useHeldSession } from '../../app/use-session.ts';
import { momentText } from '../../format/days.ts';
import { bytesText } from '../../format/figures.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { FileButton } from '../../parts/file-link.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { evidenceWords } from './evidence-words.ts';
import { mayMove } from './may.ts';

/** What stands beside the report: dispatch numbers and files; the unit's people add to it. */
export function Evidence({
  submission,
  onChanged,
}: {
  submission: SubmissionView;
  onChanged: () => Promise<void>;
}) {
  const say = useWords(evidenceWords);
  const language = useLanguage();
  const session = useHeldSession();
  const { id, attachments, state } = submission;
  const mayAttach = mayMove(state, 'attach', session);
  if (attachments.length === 0 && !mayAttach) return null;
  return (
    <section>
      <h2>{say.title}</h2>
      {attachments.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <DataTable
          caption={say.caption}
          rows={attachments}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', head: say.number, cell: ({ number }) => number },
            {
              key: 'dispatch',
              head: say.dispatch,
              names: true,
              cell: ({ dispatch }) => dispatch ?? say.noDispatch,
            },
            { key: 'file', head: say.file, cell: (attachment) => <EvidenceFile {...{ id, attachment }} /> },
            { key: 'by', head: say.by, cell: ({ by }) => by },
            { key: 'at', head: say.at, cell: ({ at }) => momentText(at, language) },
          ]}
        />
      )}
      {mayAttach && <EvidenceForm submission={id} onChanged={onChanged} />}
    </section>
  );
}

function EvidenceFile({ id, attachment }: { id: string; attachment: AttachmentView }) {
  const say = useWords(evidenceWords);
  const language = useLanguage();
  const { file, number, receivedAt } = attachment;
  if (file === null) return <span class="missing">{say.noFile}</span>;
  const name = `${file.name} (${bytesText(file.bytes, language)})`;
  if (receivedAt === null) {
    return (
      <>
        <span lang="vi">{name}</span> <span class="missing">{say.notReceived}</span>
      </>
    );
  }
  return (
    <FileButton address={apiPath`/v1/submissions/${id}/attachments/${number}`} name={file.name}>
      <span class="unseen">{say.download} </span>
      {name}
    </FileButton>
  );
}
