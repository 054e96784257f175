import type { ComponentChildren } from 'preact';
import { useRoute } from 'preact-iso';
import type { FindingsView, SubmissionView } from '../../../shared/query/read-submission.ts';
import type { Receipt } from '../../../shared/submissions/receipt.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useAreaName } from '../../app/use-area-name.ts';
import { momentText } from '../../format/days.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { Digest } from '../../parts/digest.tsx';
import { FileName } from '../../parts/file-name.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { PrintFoot } from '../../parts/print-foot.tsx';
import { stateWords } from '../../parts/submission-state.tsx';
import { useNames } from '../report/use-names.ts';
import { receiptWords } from './receipt-words.ts';
import { asListed } from './sign-draft.ts';
import { useFindingNames } from './use-finding-names.ts';
import { placesText } from './warning-places.ts';

/** What an approver is given for a signature: which version, of which bytes, by whom and when; one sheet of A4. */
export function Page() {
  const say = useWords(receiptWords);
  const id = useRoute().params.id ?? '';
  const receipt = useAnswer<Receipt>(apiPath`/v1/submissions/${id}/receipt`);
  const submission = useAnswer<SubmissionView>(apiPath`/v1/submissions/${id}`);
  const isUnsigned = receipt.answer.state === 'failed' && receipt.answer.problem.code === 'not-signed';
  return (
    <div class="receipt">
      <PageHeading title={say.title} above={<a href={`/ban-nop/${id}`}>{say.back}</a>} />
      {isUnsigned ? (
        <Notice kind="warning">{say.notSigned}</Notice>
      ) : (
        <Answered answer={receipt.answer} reload={receipt.reload}>
          {(signed) => (
            <Answered answer={submission.answer} reload={submission.reload}>
              {(sent) => <Sheet receipt={signed} submission={sent} />}
            </Answered>
          )}
        </Answered>
      )}
    </div>
  );
}

function Sheet({ receipt, submission }: { receipt: Receipt; submission: SubmissionView }) {
  const say = useWords(receiptWords);
  const language = useLanguage();
  return (
    <>
      <p class="actions">
        <button type="button" class="primary" onClick={() => print()}>
          {say.print}
        </button>
      </p>
      {receipt.withdrawn && (
        <Notice
          kind="warning"
          title={say.withdrawn(receipt.withdrawn.by, momentText(receipt.withdrawn.at, language))}
        >
          <p lang="vi">{receipt.withdrawn.why}</p>
        </Notice>
      )}
      <ReceiptFacts receipt={receipt} submission={submission} />
      <Explanations receipt={receipt} submission={submission} />
      <p class="receipt-notice">{receipt.notice[language]}</p>
      <h2>{say.verify}</h2>
      <p>{say.verifyAt}</p>
      <p class="on-screen">
        <code>{`${location.origin}/ban-nop/${receipt.submission}/bien-nhan`}</code>
      </p>
      {submission.file && (
        <>
          <p>{say.verifyFile}</p>
          <p>
            <code>{`certutil -hashfile "<${say.anyFile}>" SHA256`}</code>
          </p>
        </>
      )}
      <PrintFoot />
    </>
  );
}

function ReceiptFacts({ receipt, submission }: { receipt: Receipt; submission: SubmissionView }) {
  const say = useWords(receiptWords);
  const language = useLanguage();
  const names = useNames(receipt);
  const nameOf = useAreaName();
  const rows: [string, ComponentChildren][] = [
    [say.unit, <span lang="vi">{names.unit}</span>],
    [say.form, names.form],
    [say.period, periodText(receipt.period, language)],
    [say.version, say.versionOf(receipt.version)],
    [say.state, stateWords[submission.state][language]],
    [say.file, submission.file ? <FileName name={submission.file.name} /> : say.nil],
    [say.digest, <Digest key="digest" hex={receipt.sha256} />],
    [say.sentBy, submission.history[0]?.by ?? ''],
    [say.receivedAt, momentText(receipt.receivedAt, language)],
    [say.signedBy, receipt.signedBy],
    [say.signedAt, momentText(receipt.signedAt, language)],
    [say.submission, <code>{receipt.submission}</code>],
  ];
  if (receipt.onBehalfOf) rows.push([say.onBehalf, nameOf(receipt.onBehalfOf.unit)]);
  if (receipt.why !== null) rows.push([say.why, <span lang="vi">{receipt.why}</span>]);
  return (
    <dl class="receipt-facts">
      {rows.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Why each warning was right, under the warning's own sentence and the places in which it stands. */
function Explanations({ receipt, submission }: { receipt: Receipt; submission: SubmissionView }) {
  const say = useWords(receiptWords);
  const language = useLanguage();
  const explained = Object.keys(receipt.explanations);
  const { answer } = useAnswer<FindingsView>(
    explained.length === 0 ? null : apiPath`/v1/submissions/${receipt.submission}/findings`,
  );
  const { groups, findings } = answer.state === 'ready' ? answer.value : { groups: [], findings: [] };
  const nameOf = useFindingNames(submission);
  const places = (code: string) =>
    placesText(
      findings.filter((finding) => finding.code === code),
      groups.find((group) => group.code === code)?.count ?? 0,
      { language, nameOf },
    );
  return (
    <>
      <h2>{say.explanations}</h2>
      {explained.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <dl>
          {asListed(explained, groups).map((code) => (
            <div key={code}>
              <dt>{groups.find((group) => group.code === code)?.message[language] ?? code}</dt>
              {places(code) && (
                <dd class="soft">
                  {say.places}: {places(code)}
                </dd>
              )}
              <dd lang="vi">{receipt.explanations[code]}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
