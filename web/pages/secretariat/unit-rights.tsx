import { useState } from 'preact/hooks';
import type { OnePerson } from '../../../shared/submissions/one-person.ts';
import { apiPath } from '../../app/api-path.ts';
import { change } from '../../app/change.ts';
import { useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useDraft } from '../../app/use-draft.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Area } from './area.tsx';
import { Decisions } from './decisions.tsx';
import { rightsWords } from './rights-words.ts';
import { SuccessionRight } from './succession-right.tsx';
import { useUnitNames } from './use-unit-names.ts';
import { WhyField, whyWords } from './why-field.tsx';

type OnePersonView = { allowed: boolean; decisions: OnePerson['decisions'] };

/** What the secretariat decides of a unit for as long as it lives: one person for both, and who acts for one that is gone. */
export function UnitRights({ unit }: { unit: string }) {
  const say = useWords(rightsWords);
  const { units, nameOf } = useUnitNames();
  const found = units.find(({ id }) => id === unit);
  const predecessors = units.filter(({ successors }) => successors.includes(unit));
  return (
    <Area title={say.title(nameOf(unit))} lead={say.lead} above={<a href="/thu-ky/bao-cao">{say.reports}</a>}>
      <OnePersonRight unit={unit} />
      {found?.to != null && <SuccessionRight unit={unit} />}
      {predecessors.length > 0 && (
        <>
          <h2>{say.predecessors}</h2>
          <p>{say.predecessorsWhy}</p>
          <ul>
            {predecessors.map(({ id }) => (
              <li key={id}>
                <a href={`/thu-ky/bao-cao?viec=quyen&don-vi=${encodeURIComponent(id)}`}>{nameOf(id)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Area>
  );
}

function OnePersonRight({ unit }: { unit: string }) {
  const say = useWords(rightsWords);
  const reason = useWords(whyWords);
  const address = apiPath`/v1/units/${unit}/one-person`;
  const { answer, reload } = useAnswer<OnePersonView>(address);
  const [why, setWhy, forget] = useDraft(`one-person:${unit}`, '');
  const [isDone, setDone] = useState(false);
  const decide = async (allowed: boolean) => {
    await change('PUT', address, { body: { allowed, why } });
    setDone(true);
    forget();
    reload();
  };
  return (
    <>
      <h2>{say.onePerson}</h2>
      <p>{say.onePersonWhat}</p>
      <Answered answer={answer} reload={reload}>
        {({ allowed, decisions }) => (
          <>
            {isDone && (
              <Notice kind="success" live>
                <p>{say.done}</p>
              </Notice>
            )}
            <p>
              <strong>{allowed ? say.onePersonYes : say.onePersonNo}</strong>
            </p>
            <ChangeForm
              submit={allowed ? say.forbid : say.allow}
              check={() => (why.trim() === '' ? [{ id: 'one-why', message: reason.needed }] : [])}
              fieldOf={(field) => (field === 'why' ? { id: 'one-why', label: reason.why } : undefined)}
              send={() => decide(!allowed)}
            >
              {(errorOf) => <WhyField id="one-why" value={why} onInput={setWhy} error={errorOf('one-why')} />}
            </ChangeForm>
            <Decisions caption={say.decisions} decisions={decisions} />
          </>
        )}
      </Answered>
    </>
  );
}
