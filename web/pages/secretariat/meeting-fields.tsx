import type { Form } from '../../../shared/catalog/schema.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { ErrorOf } from '../../parts/change-form.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { Field } from '../../parts/field.tsx';
import { AsksField } from './asks-field.tsx';
import type { MeetingDraft } from './meeting-draft.ts';
import { labelsOf, words } from './meeting-fields-words.ts';
import { CutOffField, MomentsFields } from './meeting-moments.tsx';

export type FieldsGiven = {
  draft: MeetingDraft;
  change: (next: Partial<MeetingDraft>) => void;
  errorOf: ErrorOf;
  forms: readonly Form[];
  /** Every meeting, newest first: bodies and predecessors are chosen from them. */
  meetings: readonly MeetingView[];
  today: string;
};

/** The fields of a meeting. `isFixed`: it is planned already, and its body and number never change. */
export function MeetingFields({ isFixed, ...given }: FieldsGiven & { isFixed: boolean }) {
  const say = useWords(words);
  const { draft, change, errorOf } = given;
  const text = (id: string, name: 'number' | 'date' | 'themeVi' | 'themeEn', type: string, hint?: string) => (
    <Field
      id={id}
      label={labelsOf(say, id)}
      hint={hint}
      isNeeded
      error={errorOf(id)}
      control={(tied) => (
        <input
          {...tied}
          type={type}
          inputMode={name === 'number' ? 'numeric' : undefined}
          class={name === 'number' ? 'secretariat-short' : undefined}
          value={draft[name]}
          onInput={(event) => change({ [name]: event.currentTarget.value })}
        />
      )}
    />
  );
  return (
    <>
      <p class="hint">{say.allNeeded}</p>
      {!isFixed && (
        <>
          <BodyField {...given} />
          {text('meeting-number', 'number', 'text', say.numberHint)}
        </>
      )}
      {text('meeting-date', 'date', 'date')}
      {text('meeting-theme-vi', 'themeVi', 'text')}
      {text('meeting-theme-en', 'themeEn', 'text')}
      <AsksField {...given} />
      <CutOffField {...given} />
      <MomentsFields {...given} isOpen={isFixed} />
      <PreviousField {...given} />
    </>
  );
}

function BodyField({ draft, change, errorOf, meetings }: FieldsGiven) {
  const say = useWords(words);
  const language = useLanguage();
  const bodies = new Map(meetings.map(({ bodyCode, body }) => [bodyCode, body]));
  return (
    <ChoiceField
      id="meeting-body"
      label={say.body}
      isNeeded
      error={errorOf('meeting-body')}
      value={draft.body}
      choices={[...bodies].map(([code, names]) => [code, names[language]])}
      onChoose={(body) => change({ body })}
    />
  );
}

function PreviousField({ draft, change, errorOf, meetings }: FieldsGiven) {
  const say = useWords(words);
  const language = useLanguage();
  const candidates = meetings.filter(
    ({ state, date }) => state !== 'cancelled' && date < (draft.date || '9999'),
  );
  return (
    <ChoiceField
      id="meeting-previous"
      label={say.previous}
      hint={say.previousHint}
      error={errorOf('meeting-previous')}
      value={draft.previous}
      choices={[
        ['', say.previousFound],
        ['none', say.previousNone],
        ...candidates.map(
          ({ id, number, body, date }) => [id, say.session(number, body[language], date)] as const,
        ),
      ]}
      onChoose={(previous) => change({ previous })}
    />
  );
}
