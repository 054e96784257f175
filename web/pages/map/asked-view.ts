import type { Basis } from '../../../shared/aggregation/basis.ts';
import { publicForms } from '../../../shared/catalog/public-forms.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import { addressOf } from '../../app/address-of.ts';
import { apiPath } from '../../app/api-path.ts';
import type { CatalogueLists } from '../../app/catalogue-lists.ts';
import { formAsking } from '../../app/form-asking.ts';
import { newestVersions } from '../../app/newest-versions.ts';

/** Of what figures are shown: a scorecard's points, all or a group's, or an indicator of a form. */
export type Subject = { scorecard: string; group: string | null } | { form: string; indicator: string };
export type AskedView = { subject: Subject; period: string | null; basis: Basis };

const firstScorecard = 'qd766';

/**
 * What an address asks for: `?diem=<scorecard>&nhom=<group>` or `?bieu=<form>&chi-tieu=<indicator>`, with
 * `ky=<period>`; the service index where it says nothing.
 */
export function viewIn(query: Record<string, string>, basis: Basis): AskedView {
  const { bieu: form, 'chi-tieu': indicator, diem, nhom, ky } = query;
  const subject =
    form && indicator ? { form, indicator } : { scorecard: diem || firstScorecard, group: nhom || null };
  return { subject, period: ky || null, basis };
}

/** What of an address changes when another subject is chosen; the period stays where the new one has it too. */
export function queryOf(subject: Subject): Record<string, string | null> {
  return 'form' in subject
    ? { bieu: subject.form, 'chi-tieu': subject.indicator, diem: null, nhom: null }
    : { bieu: null, 'chi-tieu': null, diem: subject.scorecard, nhom: subject.group };
}

/** The forms, in every version, from which a subject's figures come. */
export function formsOf(subject: Subject, { scorecards, forms }: CatalogueLists): Form[] {
  const codes =
    'form' in subject
      ? [subject.form]
      : scorecards.filter(({ code }) => code === subject.scorecard).map(({ form }) => form);
  return forms.filter(({ code }) => codes.includes(code));
}

/** Whether there is such a subject, in any version. What no catalogue has is not the same as what nobody has reported. */
export function isKnown(subject: Subject, { scorecards, forms }: CatalogueLists): boolean {
  if ('form' in subject) {
    const asked = forms.filter(({ code }) => code === subject.form);
    return asked.some(({ indicators }) =>
      indicators.some(({ indicator }) => indicator === subject.indicator),
    );
  }
  const versions = scorecards.filter(({ code }) => code === subject.scorecard);
  if (subject.group === null) return versions.length > 0;
  return versions.some(({ groups }) => groups.some(({ code }) => code === subject.group));
}

/** The version of a scorecard that holds in a period: that whose form asks for it. */
export function scorecardOf({ scorecards, forms }: CatalogueLists, code: string, period: string | undefined) {
  const versions = scorecards.filter((each) => each.code === code);
  const isAsked = (form: string) =>
    period !== undefined &&
    formAsking(
      forms.filter((each) => each.code === form),
      period,
    ) !== undefined;
  return versions.findLast(({ form }) => isAsked(form)) ?? versions.at(-1);
}

/**
 * What a series has to be asked for to see every period of a subject: one address for each kind of period.
 * @param prefix `/v1/public`, or `/v1` for who is signed in
 */
export function seriesAddresses(
  { subject, basis }: Pick<AskedView, 'subject' | 'basis'>,
  { scorecards, forms }: CatalogueLists,
  prefix: string,
): string[] {
  const firsts = new Map<string, string>();
  for (const { periodKind, from } of formsOf(subject, { scorecards, forms })) {
    const known = firsts.get(periodKind);
    if (known === undefined || from < known) firsts.set(periodKind, from);
  }
  const what =
    'form' in subject
      ? { form: subject.form, indicator: subject.indicator }
      : { scorecard: subject.scorecard };
  return [...firsts.values()].map((from) => addressOf(apiPath`${prefix}/series`, { ...what, basis, from }));
}

/** The forms of which indicators can be shown by province: those that anybody may read, or every one for who is signed in with a role. */
export function shownForms({ scorecards, forms }: CatalogueLists, hasRights: boolean): Form[] {
  const open = publicForms({ scorecards, forms });
  return newestVersions(forms).filter(
    ({ code, unitKind, about, indicators }) =>
      indicators.length > 0 && (about?.kind ?? unitKind) === 'province' && (hasRights || open.has(code)),
  );
}
