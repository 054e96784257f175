import { useState } from 'preact/hooks';
import type { DraftView, Failing } from '../../../shared/publishing/read-draft.ts';
import { apiPath } from '../../app/api-path.ts';
import { change } from '../../app/change.ts';
import { useGoDone } from '../../app/done.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import { catalogueWords } from './catalogue-words.ts';
import { Confirmation } from './confirmation.tsx';
import { WhyField, whyWords } from './why-field.tsx';

/** A draft whose preview is complete is published, with a reason, each report that would fail accepted by name. */
export function PublishDraft({ draft, failing }: { draft: DraftView; failing: readonly Failing[] }) {
  const say = useWords(catalogueWords);
  const reason = useWords(whyWords);
  const language = useLanguage();
  const goDone = useGoDone();
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [why, setWhy, forget] = useDraft(`publish:${draft.id}`, '');
  const [isConfirmed, setConfirmed] = useState(false);
  const open = failing.find(({ submission }) => !accepted.includes(submission));
  const send = async () => {
    const body = { why, acceptFailing: accepted };
    await change('POST', apiPath`/v1/catalog/drafts/${draft.id}/publish`, { body });
    forget();
    goDone('/thu-ky/danh-muc', 'cong-bo');
  };
  return (
    <>
      <h2>{say.publishTitle}</h2>
      <p>{say.publishWhat}</p>
      <ChangeForm
        submit={`${say.publish} ${draft.version ?? ''}`}
        danger
        cancel="/thu-ky/danh-muc"
        onCancel={forget}
        check={() => [
          ...(open ? [{ id: `accept-${open.submission}`, message: say.notAccepted }] : []),
          ...(why.trim() === '' ? [{ id: 'publish-why', message: reason.needed }] : []),
          ...(isConfirmed ? [] : [{ id: 'publish-confirm', message: say.unconfirmed }]),
        ]}
        fieldOf={(field) => (field === 'why' ? { id: 'publish-why', label: reason.why } : undefined)}
        send={send}
      >
        {(errorOf) => (
          <>
            {failing.length > 0 && <p>{say.acceptHint}</p>}
            {failing.map(({ submission, name }) => (
              <Confirmation
                key={submission}
                id={`accept-${submission}`}
                label={say.accept(name[language])}
                isChecked={accepted.includes(submission)}
                onChange={(isAccepted) =>
                  setAccepted(
                    isAccepted ? [...accepted, submission] : accepted.filter((each) => each !== submission),
                  )
                }
                error={errorOf(`accept-${submission}`)}
              />
            ))}
            <WhyField id="publish-why" value={why} onInput={setWhy} error={errorOf('publish-why')} />
            <Confirmation
              id="publish-confirm"
              label={say.confirm(draft.version ?? '')}
              isChecked={isConfirmed}
              onChange={setConfirmed}
              error={errorOf('publish-confirm')}
            />
          </>
        )}
      </ChangeForm>
    </>
  );
}
