import { useState } from 'preact/hooks';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { mostWhy } from '../../../shared/submissions/reason.ts';
import { apiPath } from '../../app/api-path.ts';
import { change } from '../../app/change.ts';
import { useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import { LongTextField } from '../../parts/long-text-field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { lossOf } from './withdrawal-loss.ts';

const words = {
  vi: {
    title: 'Rút bản nộp',
    what: 'Rút khi gửi nhầm tệp. Bản nộp vẫn còn trong lịch sử, với lý do.',
    whatNil: 'Rút khi xác nhận nhầm. Bản xác nhận vẫn còn trong lịch sử, với lý do.',
    begin: 'Rút bản nộp này…',
    confirm: 'Rút bản nộp này?',
    unsigned: () => 'Sau khi rút, bản này không ký được nữa; phải gửi bản mới.',
    beside: (n: number) =>
      `Sau khi rút, bản này không ký được nữa. Bản thứ ${n} vẫn có hiệu lực; chỉ gửi bản mới nếu cần thay bản đó.`,
    standing: (n: number) =>
      `Bản thứ ${n} đang có hiệu lực. Sau khi rút, kỳ này không còn bản nào có hiệu lực: số liệu của đơn vị thành “chưa báo cáo” cho đến khi bản mới được ký. Bản trước đó không tự có hiệu lực lại.`,
    why: 'Lý do rút',
    whyHint: 'Tối đa 500 ký tự.',
    missing: 'Nêu lý do rút',
    send: 'Rút bản nộp',
    cancel: 'Không rút',
  },
  en: {
    title: 'Withdraw the submission',
    what: 'For a file that was sent by mistake. The submission stays in the history, with the reason.',
    whatNil: 'For what was certified by mistake. The nil return stays in the history, with the reason.',
    begin: 'Withdraw this submission…',
    confirm: 'Withdraw this submission?',
    unsigned: () => 'Once withdrawn it cannot be signed any more; a new one has to be sent.',
    beside: (n: number) =>
      `Once withdrawn it cannot be signed any more. Version ${n} goes on standing; send a new one only if that is to be replaced.`,
    standing: (n: number) =>
      `Version ${n} stands. Once it is withdrawn, no version stands for this period: the unit’s figures are “not reported” until a new one is signed. The version before it does not stand again by itself.`,
    why: 'Reason',
    whyHint: 'At most 500 characters.',
    missing: 'Say why',
    send: 'Withdraw',
    cancel: 'Keep it',
  },
};

/** Takes a submission back, in two steps and with a reason. */
export function Withdraw({
  submission: { id, state, standingVersion, nil },
  onChanged,
}: {
  submission: SubmissionView;
  onChanged: () => Promise<void>;
}) {
  const say = useWords(words);
  const [why, write, forget] = useDraft(`withdraw:${id}`, '');
  const [isAsked, setAsked] = useState(why !== '');
  return (
    <section class="submission-withdraw">
      <h2>{say.title}</h2>
      {!isAsked && (
        <>
          <p>{nil ? say.whatNil : say.what}</p>
          <p>
            <button type="button" onClick={() => setAsked(true)}>
              {say.begin}
            </button>
          </p>
        </>
      )}
      {isAsked && (
        <>
          <Notice kind="warning" title={say.confirm} live>
            <p>{say[lossOf({ state, standingVersion })](standingVersion)}</p>
          </Notice>
          <ChangeForm
            submit={say.send}
            danger
            check={() => (why.trim() === '' ? [{ id: 'withdraw-why', message: say.missing }] : [])}
            fieldOf={(name) => (name === 'why' ? { id: 'withdraw-why', label: say.why } : undefined)}
            send={async () => {
              await change('POST', apiPath`/v1/submissions/${id}/withdraw`, { body: { why: why.trim() } });
              forget();
              await onChanged();
            }}
          >
            {(errorOf) => (
              <LongTextField
                id="withdraw-why"
                label={say.why}
                hint={say.whyHint}
                value={why}
                error={errorOf('withdraw-why')}
                most={mostWhy}
                onWrite={write}
              />
            )}
          </ChangeForm>
          <p>
            <button
              type="button"
              onClick={() => {
                forget();
                setAsked(false);
              }}
            >
              {say.cancel}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
