import { type ServiceOptions, serviceFlags, serviceOptions } from '../service/options.ts';
import { type Lang, langOf, parsedArgs, UsageError } from '../usage.ts';

/** What `verify` was asked for. */
export type VerifyOptions = {
  /** A snapshot's name or a meeting's id; null: of the latest meeting that has one. */
  wanted: string | null;
  of: { folder: string } | { service: ServiceOptions };
  json: boolean;
  lang: Lang;
};

/** @throws UsageError that says what is wrong */
export function verifyOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): VerifyOptions | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [wanted = null, ...more] = positionals;
  if (more.length > 0 || (wanted !== null && !/^[A-Za-z0-9._-]{1,64}$/.test(wanted))) {
    throw new UsageError('verify [SNAPSHOT | MEETING]: 64 × 0-9 a-f | ubqg-11');
  }
  const { data, api, json } = values;
  if (data !== undefined && api !== undefined) throw new UsageError('--data | --api');
  const of = data === undefined ? { service: serviceOptions(values, environment) } : { folder: data };
  return { wanted, of, json, lang: langOf(values.lang) };
}

function parsed(args: readonly string[]) {
  return parsedArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...serviceFlags,
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'vi' },
      help: { type: 'boolean', default: false },
    },
  });
}
