import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import { fold } from '../../../shared/normalisation/fold.ts';
import type { PillarCode } from '../overview/pillars.ts';

/** A form that asks for an indicator: its newest version that does. */
export type Asking = Pick<Form, 'code' | 'names' | 'periodKind' | 'owed' | 'unitKind'>;
/** An indicator with the forms that ask for it, those that units owe first. */
export type Listed = { indicator: Indicator; askedBy: Asking[] };
/** What is looked for: the empty text asks for nothing. */
export type Wanted = { text: string; pillar: string; form: string };

/** Every indicator with the forms that ask for it. */
export function listedIndicators(indicators: readonly Indicator[], forms: readonly Form[]): Listed[] {
  const newest = new Map(forms.map((form) => [form.code, form]));
  return indicators.map((indicator) => {
    // An earlier version may ask for what the newest no more does.
    const codes = new Set(
      forms
        .filter(({ indicators: rows }) => rows.some((row) => row.indicator === indicator.id))
        .map(({ code }) => code),
    );
    const askedBy = [...codes].flatMap((code): Asking[] => {
      const form = newest.get(code);
      return form ? [form] : [];
    });
    return { indicator, askedBy: askedBy.sort((a, b) => owing(a) - owing(b)) };
  });
}

function owing({ owed }: Asking): number {
  return owed === false ? 1 : 0;
}

/** Those that match: every word of the text in name or code, whatever the marks; the pillar; the form. */
export function matching(listed: readonly Listed[], { text, pillar, form }: Wanted): Listed[] {
  const asked = fold(text).split(' ').filter(Boolean);
  return listed.filter(({ indicator, askedBy }) => {
    const told = fold(`${indicator.id} ${indicator.names.vi} ${indicator.names.en}`);
    const isInPillar = pillar === '' || pillarOf(indicator) === pillar;
    const isInForm =
      form === '' || (form === 'any' ? askedBy.length > 0 : askedBy.some(({ code }) => code === form));
    return isInPillar && isInForm && asked.every((word) => told.includes(word));
  });
}

export function pillarOf({ pillar }: Pick<Indicator, 'pillar'>): PillarCode {
  return pillar ?? 'other';
}
