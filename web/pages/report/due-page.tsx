import type { Form } from '../../../shared/catalog/schema.ts';
import { useWords } from '../../app/language.tsx';
import { newestVersions } from '../../app/newest-versions.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { useHeldSession } from '../../app/use-session.ts';
import { dayOf } from '../../format/days.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { FormReports } from './form-reports.tsx';
import { words } from './words.ts';

/** What a unit has to report: by form, the running period and the one before, with the next step of each. */
export function Page() {
  const say = useWords(words);
  const session = useHeldSession();
  const unit = session?.unit ?? null;
  const { answer, reload } = useAnswer<{ items: Form[] }>(unit && '/v1/public/catalog/forms');
  const now = useBusinessNow();
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      {/* Nobody has a role for this page without a unit. */}
      {unit !== null && (
        <Answered answer={answer} reload={reload}>
          {({ items }) => (now === null ? <Loading /> : <Forms forms={items} unit={unit} now={now} />)}
        </Answered>
      )}
    </>
  );
}

function Forms({ forms, unit, now }: { forms: Form[]; unit: string; now: number }) {
  const say = useWords(words);
  const own = formsOf(forms, unit);
  const owed = own.filter((form) => form.owed !== false);
  const extra = own.filter((form) => form.owed === false);
  const day = dayOf(new Date(now).toISOString());
  const list = (some: Form[]) =>
    some.map((form) => <FormReports key={form.code} form={form} unit={unit} day={day} now={now} />);
  return (
    <>
      <h2>{say.owed}</h2>
      {owed.length === 0 ? <p>{say.nothing}</p> : list(owed)}
      {extra.length > 0 && (
        <>
          <h2>{say.extra}</h2>
          <p>{say.extraWhy}</p>
          {list(extra)}
        </>
      )}
    </>
  );
}

/** The newest version of each form that the unit itself reports. */
function formsOf(forms: readonly Form[], unit: string): Form[] {
  const kind = unit.split(':')[0];
  const own = forms.filter(
    (form) =>
      (form.unitKind === kind || form.alsoKinds?.some((also) => also === kind)) &&
      (form.reporters === undefined || form.reporters.includes(unit)),
  );
  return newestVersions(own);
}
