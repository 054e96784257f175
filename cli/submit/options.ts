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

/** What `submit` was asked for. */
export type SubmitOptions = ServiceOptions & {
  file: string;
  asked: AskedWords;
  /** Also a file in which the check here finds errors. */
  anyway: boolean;
  /** A submission of its own, even where this very file was submitted before. */
  again: boolean;
  waitSeconds: number;
  json: boolean;
  all: boolean;
  lang: Spoken;
};

/** @throws UsageError that says what is wrong */
export function submitOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SubmitOptions | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('submit TỆP · FILE: một tệp · one file');
  const { unit, period, form, anyway, again, json, all, lang } = values;
  if (unit === undefined || period === undefined) throw new UsageError('--unit, --period');
  const waitSeconds = Number(values.wait);
  if (!/^\d{1,5}$/.test(values.wait)) throw new UsageError('--wait: giây · seconds');
  return {
    ...serviceOptions(values, environment),
    file,
    asked: { unit, period, form },
    anyway,
    again,
    waitSeconds,
    json,
    all,
    lang: spoken(lang),
  };
}

function parsed(args: readonly string[]) {
  return parsedArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...serviceFlags,
      ...slotFlags,
      anyway: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
      wait: { type: 'string', default: '300' },
      ...shownFlags,
    },
  });
}
