import { useLocation } from 'preact-iso';
import type { CoverageDocument } from '../../../shared/aggregation/punctuality.ts';
import { change } from '../../app/change.ts';
import { closedFor } from '../../app/closed-for.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useForms } from '../../app/use-forms.ts';
import { dayText, momentText } from '../../format/days.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReportState } from '../../parts/report-state.tsx';
import { Area } from './area.tsx';
import type { Round } from './reports-page.tsx';
import { reportsWords } from './reports-words.ts';
import { useUnitNames } from './use-forms.ts';
import { WhyField, whyWords } from './why-field.tsx';

const empty = { until: '', why: '' };

/** One unit is given more time for one report, with a reason that is kept. */
export function ExtendSlot({ round, unit }: { round: Round; unit: string }) {
  const say = useWords(reportsWords);
  const reason = useWords(whyWords);
  const language = useLanguage();
  const { route } = useLocation();
  const { nameOf } = useForms();
  const { nameOf: unitName } = useUnitNames();
  const { form, period } = round;
  const [draft, write, forget] = useDraft(`extend:${unit}/${form}/${period}`, empty);
  const { until, why } = draft;
  const { answer, reload } = useAnswer<CoverageDocument>(`/v1/periods/${period}/coverage?form=${form}`);
  const { answer: listed } = useMeetings();
  const closed =
    until !== '' && listed.state === 'ready'
      ? closedFor(listed.value.meetings, round, Date.parse(`${until}T23:59:59+07:00`))
      : null;
  const list = `/thu-ky/bao-cao?bieu=${form}&ky=${period}`;
  const send = async () => {
    const slot = [unit, form, period].map(encodeURIComponent).join('/');
    await change('POST', `/v1/slots/${slot}/extension`, { body: { until, why } });
    forget();
    route(`${list}&da=gia-han`);
  };
  return (
    <Area title={say.extendTitle} lead={say.extendLead} above={<a href={list}>{say.title}</a>}>
      <Facts
        facts={[
          [say.unit, unitName(unit)],
          [say.form, nameOf(form)],
          [say.period, periodText(period, language)],
        ]}
      />
      <Answered answer={answer} reload={reload}>
        {({ units }) => {
          const found = units.find((each) => each.unit === unit);
          return (
            found && (
              <Facts
                facts={[
                  [say.current, found.due === null ? say.noDue : dayText(found.due, language)],
                  [say.now, <ReportState key="state" report={found} />],
                ]}
              />
            )
          );
        }}
      </Answered>
      <ChangeForm
        submit={closed === null ? say.submitExtend : say.submitAnyway}
        cancel={list}
        onCancel={forget}
        check={() => [
          ...(until === '' ? [{ id: 'extend-until', message: say.untilNeeded }] : []),
          ...(why.trim() === '' ? [{ id: 'extend-why', message: reason.needed }] : []),
        ]}
        fieldOf={(field) =>
          field === 'until'
            ? { id: 'extend-until', label: say.until }
            : field === 'why'
              ? { id: 'extend-why', label: reason.why }
              : undefined
        }
        send={send}
      >
        {(errorOf) => (
          <>
            <Field
              id="extend-until"
              label={say.until}
              hint={say.untilHint}
              error={errorOf('extend-until')}
              control={(tied) => (
                <input
                  {...tied}
                  type="date"
                  value={until}
                  onInput={(event) => write({ ...draft, until: event.currentTarget.value })}
                />
              )}
            />
            {closed !== null && (
              <Notice kind="warning" live>
                <p>
                  {say.beyond(closed.number, momentText(closed.cutOff, language), dayText(until, language))}
                </p>
              </Notice>
            )}
            <WhyField
              id="extend-why"
              value={why}
              onInput={(next) => write({ ...draft, why: next })}
              error={errorOf('extend-why')}
            />
          </>
        )}
      </ChangeForm>
    </Area>
  );
}
