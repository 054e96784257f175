import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import type { MeetingProgress } from '../../../shared/query/read-meeting-progress.ts';
import { apiPath } from '../../app/api-path.ts';
import { comingMeeting } from '../../app/coming-meeting.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { useToday } from '../../app/use-today.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { Field } from '../../parts/field.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { type PillarCode, pillarNames } from '../overview/pillars.ts';
import { type Listed, listedIndicators, matching, pillarOf } from './indicator-list.ts';
import { type NationNow, PillarTable } from './pillar-table.tsx';
import { words } from './words.ts';

/** Every indicator by pillar, with its target, who asks for it and where the nation stands. */
export function Page() {
  const say = useWords(words);
  const indicators = useAnswer<{ items: Indicator[] }>('/v1/public/catalog/indicators');
  const forms = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Answered answer={indicators.answer} reload={indicators.reload}>
        {({ items }) => (
          <Answered answer={forms.answer} reload={forms.reload}>
            {(asked) => <List listed={listedIndicators(items, asked.items)} forms={asked.items} />}
          </Answered>
        )}
      </Answered>
    </>
  );
}

function List({ listed, forms }: { listed: readonly Listed[]; forms: readonly Form[] }) {
  const say = useWords(words);
  const language = useLanguage();
  const { query, change } = useQuery();
  const nation = useNationNow();
  const wanted = { text: query.tim ?? '', pillar: query['tru-cot'] ?? '', form: query.bieu ?? '' };
  const found = matching(listed, wanted);
  const codes = Object.keys(pillarNames) as PillarCode[];
  const isFiltered = wanted.text !== '' || wanted.pillar !== '' || wanted.form !== '';
  if (nation === null) return <Loading />;
  return (
    <>
      <Filters wanted={wanted} forms={forms} change={change} />
      <p role="status">
        {found.length === 0 ? say.none : say.found(found.length)}{' '}
        {isFiltered && (
          <button
            type="button"
            class="plain"
            onClick={() => change({ tim: null, 'tru-cot': null, bieu: null })}
          >
            {say.clear}
          </button>
        )}
      </p>
      {codes.map((code) => {
        const rows = found.filter(({ indicator }) => pillarOf(indicator) === code);
        const told = rows.filter(({ indicator }) => nation.has(indicator.id));
        const others = rows.filter(({ indicator }) => !nation.has(indicator.id));
        return rows.length === 0 ? null : (
          <section key={code} aria-labelledby={`tru-cot-${code}`}>
            <h2 id={`tru-cot-${code}`}>{pillarNames[code][language]}</h2>
            {told.length > 0 && (
              <PillarTable
                caption={say.caption(pillarNames[code][language], told.length)}
                rows={told}
                nation={nation}
              />
            )}
            {others.length > 0 && (
              <PillarTable
                caption={say.othersCaption(pillarNames[code][language], others.length)}
                rows={others}
              />
            )}
          </section>
        );
      })}
    </>
  );
}

function Filters({
  wanted,
  forms,
  change,
}: {
  wanted: { text: string; pillar: string; form: string };
  forms: readonly Form[];
  change: (some: Record<string, string | null>) => void;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const newest = [...new Map(forms.map((form) => [form.code, form])).values()];
  return (
    <search class="filters">
      <Field
        id="tim"
        label={say.search}
        hint={say.searchHint}
        control={(tied) => (
          <input
            {...tied}
            type="search"
            value={wanted.text}
            onInput={(event) => change({ tim: event.currentTarget.value })}
          />
        )}
      />
      <Field
        id="tru-cot"
        label={say.pillar}
        control={(tied) => (
          <select
            {...tied}
            value={wanted.pillar}
            onChange={(event) => change({ 'tru-cot': event.currentTarget.value })}
          >
            <option value="">{say.all}</option>
            {Object.entries(pillarNames).map(([code, names]) => (
              <option key={code} value={code}>
                {names[language]}
              </option>
            ))}
          </select>
        )}
      />
      <Field
        id="bieu"
        label={say.form}
        control={(tied) => (
          <select
            {...tied}
            value={wanted.form}
            onChange={(event) => change({ bieu: event.currentTarget.value })}
          >
            <option value="">{say.all}</option>
            <option value="any">{say.anyForm}</option>
            {newest
              .filter(({ indicators }) => indicators.length > 0)
              .map(({ code, names }) => (
                <option key={code} value={code}>
                  {names[language]}
                </option>
              ))}
          </select>
        )}
      />
    </search>
  );
}

/** The nation's figures of what the coming meeting asks for; null until they are known, empty where there are none. */
function useNationNow(): NationNow | null {
  const today = useToday();
  const base = useFiguresBase();
  const { answer: meetings } = useAnswer<{ items: MeetingView[] }>('/v1/public/meetings');
  const coming =
    today !== null && meetings.state === 'ready' ? comingMeeting(meetings.value.items, today) : undefined;
  const { answer } = useAnswer<MeetingProgress>(
    coming ? apiPath`${base}/meetings/${coming.id}/progress` : null,
  );
  const isAsking = today === null || meetings.state === 'loading' || (coming && answer.state === 'loading');
  if (isAsking) return null;
  const asks = answer.state === 'ready' ? answer.value.asks : [];
  return new Map(
    asks.flatMap(({ form, period, indicators }) =>
      indicators.map((indicator) => [indicator.indicator, { form, period, indicator }] as const),
    ),
  );
}
