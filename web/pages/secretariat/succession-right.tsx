import { useState } from 'preact/hooks';
import type { SuccessionView } from '../../../shared/submissions/succession.ts';
import { change } from '../../app/change.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useForms } from '../../app/use-forms.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Decisions } from './decisions.tsx';
import { rightsWords } from './rights-words.ts';
import { useUnitNames } from './use-forms.ts';
import { WhyField, whyWords } from './why-field.tsx';

/** Whether the successor of a dissolved unit may correct what it owed, and of which form. */
export function SuccessionRight({ unit }: { unit: string }) {
  const say = useWords(rightsWords);
  const { nameOf } = useUnitNames();
  const address = `/v1/units/${encodeURIComponent(unit)}/succession`;
  const { answer, reload } = useAnswer<SuccessionView>(address);
  const [isDone, setDone] = useState(false);
  return (
    <>
      <h2>{say.succession}</h2>
      <Answered answer={answer} reload={reload}>
        {(view) => (
          <>
            {isDone && (
              <Notice kind="success" live>
                <p>{say.done}</p>
              </Notice>
            )}
            <p>{say.successionWhat(view.successors.map(nameOf).join(', '))}</p>
            <p>
              <strong>{view.allowed ? say.successionYes : say.successionNo}</strong>
            </p>
            <Decide
              key={String(view.allowed)}
              unit={unit}
              address={address}
              allowed={view.allowed}
              onDone={() => {
                setDone(true);
                reload();
              }}
            />
            <Decisions caption={say.decisions} decisions={view.decisions} />
          </>
        )}
      </Answered>
    </>
  );
}

const empty = { form: '', why: '' };

function Decide({
  unit,
  address,
  allowed,
  onDone,
}: {
  unit: string;
  address: string;
  allowed: boolean;
  onDone: () => void;
}) {
  const say = useWords(rightsWords);
  const reason = useWords(whyWords);
  const language = useLanguage();
  const { answer } = useForms();
  const forms = answer.state === 'ready' ? answer.value.items : [];
  const [draft, write, forget] = useDraft(`succession:${unit}:${allowed}`, empty);
  const { form, why } = draft;
  const send = async () => {
    const about = !allowed && form !== '' ? { forms: [form] } : {};
    await change('PUT', address, { body: { allowed: !allowed, why, ...about } });
    forget();
    onDone();
  };
  return (
    <ChangeForm
      submit={allowed ? say.forbid : say.allow}
      check={() => (why.trim() === '' ? [{ id: 'succession-why', message: reason.needed }] : [])}
      fieldOf={(field) => (field === 'why' ? { id: 'succession-why', label: reason.why } : undefined)}
      send={send}
    >
      {(errorOf) => (
        <>
          {!allowed && (
            <Field
              id="succession-form"
              label={say.ofForm}
              control={(tied) => (
                <select
                  {...tied}
                  value={form}
                  onChange={(event) => write({ ...draft, form: event.currentTarget.value })}
                >
                  <option value="">{say.everyForm}</option>
                  {[...new Map(forms.map((each) => [each.code, each.names])).entries()].map(
                    ([code, names]) => (
                      <option key={code} value={code}>
                        {names[language]}
                      </option>
                    ),
                  )}
                </select>
              )}
            />
          )}
          <WhyField
            id="succession-why"
            value={why}
            onInput={(next) => write({ ...draft, why: next })}
            error={errorOf('succession-why')}
          />
        </>
      )}
    </ChangeForm>
  );
}
