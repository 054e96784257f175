import type { AskedWords } from '../asked.ts';
import { type ServiceOptions, serviceFlags, serviceOptions } from '../service/options.ts';
import { parsedArgs, UsageError } from '../usage.ts';
import type { Spoken } from './report-text.ts';

/** What `check` was asked for. */
export type CheckOptions = {
  files: string[];
  asked: AskedWords;
  context: string | undefined;
  /** A catalogue document under which is checked, in place of the one that the code brings. */
  catalog: string | undefined;
  /** The service whose context is asked for, so that the check here says what the one there would. */
  service: ServiceOptions | null;
  /** What is printed: a text for people, the report as JSON, or the findings as CSV. */
  print: 'text' | 'json' | 'csv';
  /** Where the marked workbook is written. */
  workbook: string | undefined;
  all: boolean;
  lang: Spoken;
};

/** @throws UsageError that says what is wrong */
export function checkOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CheckOptions | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const { unit, period, form, context, catalog, api, json, csv, workbook, all, lang } = values;
  if (positionals.length === 0) throw new UsageError('check TỆP … · FILE …');
  if (unit === undefined || period === undefined) throw new UsageError('--unit, --period');
  if (context !== undefined && api !== undefined) throw new UsageError('--context | --api');
  if (catalog !== undefined && api !== undefined) throw new UsageError('--catalog | --api');
  if (json && csv) throw new UsageError('--json | --csv');
  if (positionals.length > 1 && (csv || workbook !== undefined)) {
    throw new UsageError('--csv, --workbook: một tệp · one file');
  }
  const print = json ? 'json' : csv ? 'csv' : 'text';
  return {
    files: positionals,
    asked: { unit, period, form },
    context,
    catalog,
    service: api === undefined ? null : serviceOptions(values, environment),
    print,
    workbook,
    all,
    lang: spoken(lang),
  };
}

/** @throws UsageError for what is no language */
export function spoken(lang: string): Spoken {
  if (lang !== 'vi' && lang !== 'en' && lang !== 'both') throw new UsageError('--lang: vi | en | both');
  return lang;
}

function parsed(args: readonly string[]) {
  return parsedArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...serviceFlags,
      unit: { type: 'string' },
      period: { type: 'string' },
      form: { type: 'string' },
      context: { type: 'string' },
      catalog: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      workbook: { type: 'string' },
      all: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'both' },
      help: { type: 'boolean', default: false },
    },
  });
}
