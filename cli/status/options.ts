import { submissionIdPattern } from '../../shared/submissions/submission.ts';
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

/** What `status` was asked for. */
export type StatusOptions = ServiceOptions & {
  about: { id: string } | { unit: string; period: string; form: string | undefined };
  json: boolean;
  all: boolean;
  lang: Spoken;
};

/** @throws UsageError that says what is wrong */
export function statusOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StatusOptions | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const { unit, period, form, json, all, lang } = values;
  const [id, ...more] = positionals;
  const shown = { json, all, lang: spoken(lang) };
  if (id !== undefined) {
    if (more.length > 0 || unit !== undefined || !submissionIdPattern.test(id)) {
      throw new UsageError('status MÃ_BẢN_NỘP · ID (32: 0-9 a-f)');
    }
    return { ...serviceOptions(values, environment), ...shown, about: { id } };
  }
  if (unit === undefined || period === undefined) throw new UsageError('status ID | --unit, --period');
  return { ...serviceOptions(values, environment), ...shown, about: { unit, period, form } };
}

function parsed(args: readonly string[]) {
  return parsedArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...serviceFlags,
      ...slotFlags,
      ...shownFlags,
    },
  });
}
