import { useId, useState } from 'preact/hooks';
import type { CellRef } from '../../../shared/observations/observation.ts';
import { mostQuestion } from '../../../shared/submissions/reason.ts';
import { apiPath } from '../../app/api-path.ts';
import { change } from '../../app/change.ts';
import { contentKeys } from '../../app/content-keys.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { cellText } from '../../format/cells.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { LongTextField } from '../../parts/long-text-field.tsx';
import { askWords, reviewWords } from './review-words.ts';

/** Which submission is asked about, whether it stands, and what to do once it was. */
export type Asking = { id: string; isSigned: boolean; onAsked: () => void };

/** A question to the unit, at one of the cells where there are any. What was written stays until it was sent. */
export function AskForm({ id, isSigned, onAsked, cells = [] }: Asking & { cells?: readonly CellRef[] }) {
  const say = useWords(askWords);
  const language = useLanguage();
  const { head } = useWords(reviewWords);
  const field = useId();
  const [question, write, forget] = useDraft(askDraft(id, cells), '');
  const [chosen, setChosen] = useState(0);
  const [keys] = useState(contentKeys);
  const at = cells[chosen];
  const check = () => {
    const message = faultOf(question, say);
    return message === null ? [] : [{ id: field, message }];
  };
  const send = async () => {
    const body = { question, ...(at === undefined ? {} : { at }) };
    await change('POST', apiPath`/v1/submissions/${id}/return`, { body, idempotencyKey: keys.keyOf(body) });
    keys.clear();
    forget();
    onAsked();
  };
  return (
    <>
      {at && <h4>{say.atCell(cellText(at, language))}</h4>}
      <ChangeForm
        submit={isSigned ? say.sendSigned : say.send}
        check={check}
        send={send}
        fieldOf={(named) => (named === 'question' ? { id: field, label: say.question } : undefined)}
      >
        {(errorOf) => (
          <>
            {cells.length > 1 && (
              <ChoiceField
                id={`${field}-o`}
                label={head.cell}
                value={String(chosen)}
                choices={cells.map((cell, place) => [String(place), cellText(cell, language)])}
                onChoose={(place) => setChosen(Number(place))}
              />
            )}
            <LongTextField
              id={field}
              label={say.question}
              hint={isSigned ? say.signedHint : say.hint}
              error={errorOf(field)}
              lang="vi"
              value={question}
              onWrite={write}
            />
          </>
        )}
      </ChangeForm>
    </>
  );
}

/** The name of a question's draft: one for each row of the file, and one for the whole report. */
export function askDraft(id: string, cells: readonly CellRef[] = []): string {
  return ['ask', id, ...cells.slice(0, 1).map(({ sheet, cell }) => `${sheet}!${cell}`)].join(':');
}

function faultOf(question: string, say: { empty: string; long: string }): string | null {
  if (question.trim() === '') return say.empty;
  return question.trim().length > mostQuestion ? say.long : null;
}
