import { catalog as builtIn, type Catalog, isAskedIn } from '../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../shared/catalog/period.ts';
import { asksFigures, expectedUnits, reportingKinds } from '../shared/catalog/reporters.ts';
import type { Form, Unit } from '../shared/catalog/schema.ts';
import { nameOn, unitsOn } from '../shared/catalog/unit.ts';
import { matchUnit } from '../shared/normalisation/match/match-unit.ts';
import { unitNames } from '../shared/normalisation/match/unit-names.ts';
import { findUnit } from '../shared/submissions/open-submission.ts';
import { type Lang, UsageError } from './usage.ts';

/** For whom, what and when, as words on a command line. */
export type AskedWords = { unit: string; period: string; form: string | undefined };
/** The same, found in the catalogue; without a form, the file tells it. */
export type AskedFor = { unit: Unit; period: Period; form: Form | null };
/** In which catalogue: the one that the code brings, unless another is given. */
type In = { catalog?: Catalog };

/**
 * Looks up what the command line names. A unit is a code (as the period's map has it: seven codes changed
 * meaning on 2025-07-01), an id or a name.
 * @throws UsageError that says what there is to choose from
 */
export function askedFor(
  { unit: name, period: code, form: formCode }: AskedWords,
  lang: Lang,
  { catalog = builtIn }: In = {},
): AskedFor {
  const period = periodOf(code);
  if (!period) throw new UsageError(words.period[lang](code));
  const open = formsIn(period, { catalog });
  if (open.length === 0) throw new UsageError(words.noForm[lang](code, everyForm(catalog)));
  const form = open.find((each) => each.code === formCode) ?? null;
  if (formCode !== undefined && form === null)
    throw new UsageError(words.form[lang](code, listOf(open, lang)));
  const found = unitsNamed(name, period, form === null ? open : [form], catalog);
  const [unit] = found;
  if (!unit || found.length > 1) {
    const living = livingIn(catalog, period, lang);
    throw new UsageError(words.unit[lang](name, period.code, whatItWas(name.trim(), catalog), living));
  }
  return { unit, period, form };
}

/** The forms that are asked for in a period. */
export function formsIn(period: Period, { catalog = builtIn }: In = {}): Form[] {
  return catalog.everyForm.filter((form) => isAskedIn(form, period.code));
}

/** Those of them that a unit reports. */
export function formsOf(unit: Unit, period: Period): Form[] {
  return formsIn(period).filter((form) => expectedUnits(builtIn, form, period).includes(unit));
}

/** The form, where it must be known before there is a file. @throws UsageError that lists those of the period */
export function requireForm({ form, period, unit }: AskedFor, lang: Lang): Form {
  const open = formsOf(unit, period);
  // A sheet of tasks alone is asked for by its name: it is never meant where a form of figures may be.
  const likely = open.some(asksFigures) ? open.filter(asksFigures) : open;
  const only = form ?? (likely.length === 1 ? likely[0] : undefined);
  if (!only) throw new UsageError(words.form[lang](period.code, listOf(open, lang)));
  return only;
}

/** `Tỉnh Gia Lai (52)`: the name that the unit has on the period's last day. */
export function unitName({ unit, period, form }: AskedFor, lang: Lang): string {
  const name = nameOn(unit, period[form?.window ?? 'administrative'].to);
  return `${lang === 'vi' ? name.full : name.en} (${unit.code})`;
}

/** The units that a name may mean for one of the forms, each once. */
function unitsNamed(name: string, period: Period, forms: readonly Form[], catalog: Catalog): Unit[] {
  const found = forms.flatMap((form) => {
    const called = findUnit(catalog, form, period, name.trim());
    const named = reportingKinds(form).flatMap((kind) => {
      const byName = matchUnit(unitNames(catalog, kind, period[form.window].to), name);
      return 'match' in byName ? byName.match : [];
    });
    const expected = expectedUnits(catalog, form, period);
    return (called ? [called] : named).filter((unit) => expected.includes(unit));
  });
  return [...new Set(found)];
}

function listOf(forms: readonly Form[], lang: Lang): string {
  return forms.map((form) => `${form.code} (${form.names[lang]})`).join(', ');
}

/** `qd766 2026-Q3 →, dti922 2022 → 2023` */
function everyForm(catalog: Catalog): string {
  return [...catalog.forms.values()]
    .map((form) => `${form.code} ${form.from} → ${form.to ?? ''}`.trim())
    .join(', ');
}

/** A unit that had this code or id, but does not live in the period, with its successors. */
function whatItWas(name: string, catalog: Catalog): string {
  const known = catalog.units.get(name) ?? [...catalog.units.values()].find(({ code }) => code === name);
  if (!known) return '';
  const successors = known.successors.flatMap((id) => catalog.units.get(id) ?? []);
  const now = successors.map((unit) => `${nameOn(unit, '9999-12-31').vi} (${unit.code})`).join(', ');
  return `${nameOn(known, known.to ?? '9999-12-31').vi}${known.to ? ` → ${known.to}` : ''}${now ? `; ${now}` : ''}`;
}

const livingIn = (catalog: Catalog, period: Period, lang: Lang) => {
  const units = unitsOn(catalog, 'province', period.administrative.to);
  return units.map((unit) => `${unit.code} ${nameOn(unit, period.administrative.to)[lang]}`).join(', ');
};

const words = {
  period: {
    vi: (code: string) =>
      `--period ${code}: kỳ báo cáo ghi như 2026-Q3 (quý), 2026-M07 (tháng), 2026-H1, 2026-9M, 2026 (năm).`,
    en: (code: string) =>
      `--period ${code}: a period is written as 2026-Q3 (a quarter), 2026-M07 (a month), 2026-H1, 2026-9M, 2026 (a year).`,
  },
  noForm: {
    vi: (code: string, forms: string) =>
      `--period ${code}: kỳ này không có biểu mẫu nào; các biểu mẫu: ${forms}.`,
    en: (code: string, forms: string) => `--period ${code}: no form is asked for then; the forms: ${forms}.`,
  },
  form: {
    vi: (code: string, list: string) => `--form: chọn một biểu mẫu của kỳ ${code}: ${list}.`,
    en: (code: string, list: string) => `--form: choose one of the forms of ${code}: ${list}.`,
  },
  unit: {
    vi: (unit: string, period: string, was: string, living: string) =>
      `--unit ${unit}: không có đơn vị này trong kỳ ${period}${was ? ` (${was})` : ''}. Các đơn vị: ${living}.`,
    en: (unit: string, period: string, was: string, living: string) =>
      `--unit ${unit}: no such unit lives in ${period}${was ? ` (${was})` : ''}. The units: ${living}.`,
  },
};
