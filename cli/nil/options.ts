import type { AskedWords } from '../asked.ts';
import { spoken } from '../check/options.ts';
import type { Spoken } from '../check/report-text.ts';
import {
  type ServiceOptions,
  serviceFlags,
  serviceOptions,
  shownFlags,
  slotFlags,
} from '../service/options.ts';
import { parsedArgs, UsageError } from '../usage.ts';

/** What `nil` was asked for. */
export type NilOptions = ServiceOptions & {
  asked: AskedWords;
  why: string;
  /** A submission of its own, even where this very one was made before. */
  again: boolean;
  json: boolean;
  lang: Spoken;
};

/** @throws UsageError that says what is wrong */
export function nilOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): NilOptions | 'help' {
  const { values } = parsed(args);
  if (values.help) return 'help';
  const { unit, period, form, why, again, json, lang } = values;
  if (unit === undefined || period === undefined || why === undefined) {
    throw new UsageError('--unit, --period, --why');
  }
  const shown = { json, lang: spoken(lang) };
  return { ...serviceOptions(values, environment), asked: { unit, period, form }, why, again, ...shown };
}

function parsed(args: readonly string[]) {
  const { all: _all, ...shown } = shownFlags;
  return parsedArgs({
    args: [...args],
    options: {
      ...serviceFlags,
      ...slotFlags,
      why: { type: 'string' },
      again: { type: 'boolean', default: false },
      ...shown,
    },
  });
}
