import { type Catalog, catalog } from '../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../shared/catalog/period.ts';
import type { Form, Unit } from '../shared/catalog/schema.ts';
import { nameOn, unitsOn } from '../shared/catalog/unit.ts';
import { matchUnit, unitNames } from '../shared/normalisation/match/match-unit.ts';
import { findUnit } from '../shared/submissions/open-submission.ts';
import { type Lang, UsageError } from './usage.ts';

/** For whom, what and when, as words on a command line. */
export type AskedWords = { unit: string; period: string; form: string | undefined };
/** The same, found in the catalogue. */
export type AskedFor = { unit: Unit; period: Period; form: Form };

/**
 * Looks up what the command line names. A unit is a code (as the period's map has it: seven codes changed
 * meaning on 2025-07-01), an id or a name; the form may be left out where the period asks for one only.
 * @throws UsageError that says what there is to choose from
 */
export function askedFor({ unit, period: code, form: formCode }: AskedWords, lang: Lang): AskedFor {
  const period = periodOf(code);
  if (!period) throw new UsageError(words.period[lang](code));
  const form = formOf(catalog, period, formCode, lang);
  const day = period[form.window].to;
  const named = matchUnit(unitNames(catalog, form.unitKind, day), unit);
  const found = findUnit(catalog, form, period, unit.trim()) ?? ('match' in named ? named.match : undefined);
  if (!found) throw new UsageError(words.unit[lang](unit, period, whatItWas(unit.trim(), day)));
  return { unit: found, period, form };
}

/** `Tỉnh Gia Lai (52)`: the name that the unit has on the period's last day. */
export function unitName({ unit, period, form }: AskedFor, lang: Lang): string {
  const name = nameOn(unit, period[form.window].to);
  return `${lang === 'vi' ? name.full : name.en} (${unit.code})`;
}

function formOf(from: Catalog, period: Period, code: string | undefined, lang: Lang): Form {
  const open = [...from.forms.values()].filter(
    (form) =>
      form.periodKind === period.kind &&
      form.from <= period.code &&
      (form.to === null || period.code <= form.to),
  );
  const list = open.map((form) => `${form.code} (${form.names[lang]})`).join(', ');
  if (open.length === 0) throw new UsageError(words.noForm[lang](period.code, everyForm(from)));
  if (code === undefined && open.length === 1) return open[0] as Form;
  const form = open.find((each) => each.code === code);
  if (!form) throw new UsageError(words.form[lang](period.code, list));
  return form;
}

/** `qd766 2026-Q3 →, dti922 2022 → 2023` */
function everyForm(from: Catalog): string {
  return [...from.forms.values()]
    .map((form) => `${form.code} ${form.from} → ${form.to ?? ''}`.trim())
    .join(', ');
}

/** A unit that had this code or id, but does not live in the period, with its successors. */
function whatItWas(name: string, day: string): string {
  const known = catalog.units.get(name) ?? [...catalog.units.values()].find(({ code }) => code === name);
  if (!known) return '';
  const successors = known.successors.map((id) => catalog.units.get(id)).filter((unit) => unit !== undefined);
  const now = successors.map((unit) => `${nameOn(unit, day).vi} (${unit.code})`).join(', ');
  return `${nameOn(known, known.to ?? day).vi}${known.to ? ` → ${known.to}` : ''}${now ? `; ${now}` : ''}`;
}

const living = (period: Period, lang: Lang) => {
  const units = unitsOn(catalog, 'province', period.administrative.to);
  return units.map((unit) => `${unit.code} ${nameOn(unit, period.administrative.to)[lang]}`).join(', ');
};

const words = {
  period: {
    vi: (code: string) => `--period ${code}: kỳ báo cáo ghi như 2026-Q3.`,
    en: (code: string) => `--period ${code}: a period is written as 2026-Q3.`,
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
    vi: (unit: string, period: Period, was: string) =>
      `--unit ${unit}: không có đơn vị này trong kỳ ${period.code}${was ? ` (${was})` : ''}. Các đơn vị: ${living(period, 'vi')}.`,
    en: (unit: string, period: Period, was: string) =>
      `--unit ${unit}: no such unit lives in ${period.code}${was ? ` (${was})` : ''}. The units: ${living(period, 'en')}.`,
  },
};
