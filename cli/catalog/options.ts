import { type ServiceOptions, serviceFlags, serviceOptions } from '../service/options.ts';
import { type Lang, langOf, parsedArgs, UsageError } from '../usage.ts';

/** What `catalog` was asked for. */
export type CatalogOptions = {
  /** Null where nothing is asked of the service: the catalogue that the code brings. */
  service: ServiceOptions | null;
  api: string;
  /** The file of a draft, or a draft's id; empty for the others. */
  name: string;
  version: string | undefined;
  why: string;
  accept: readonly string[];
  waitSeconds: number;
  json: boolean;
  lang: Lang;
  action: Action;
};
export type Action = (typeof actions)[number];
const actions = ['show', 'versions', 'export', 'draft', 'preview', 'publish'] as const;
const named: readonly Action[] = ['draft', 'preview', 'publish'];

/**
 * Reads the arguments behind `catalog`.
 * @throws UsageError that says what is wrong
 */
export function catalogOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CatalogOptions | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [word, name = '', ...more] = positionals;
  const action = actions.find((each) => each === word);
  if (!action) throw new UsageError(`catalog ${actions.join(' | ')}`);
  if (more.length > 0 || named.includes(action) !== (name !== '')) {
    throw new UsageError(
      named.includes(action) ? `catalog ${action} ${placeOf(action)}` : `catalog ${action}`,
    );
  }
  if (action !== 'draft' && name !== '' && !/^[0-9a-f]{64}$/.test(name)) {
    throw new UsageError(`catalog ${action} ID (64: 0-9 a-f)`);
  }
  if (action === 'publish' && !values.why) throw new UsageError('--why');
  const waitSeconds = Number(values.wait);
  if (!/^\d{1,5}$/.test(values.wait)) throw new UsageError('--wait SECONDS');
  const service = values['built-in'] ? null : serviceOptions(values, environment);
  if (service === null && action !== 'show' && action !== 'export')
    throw new UsageError('--built-in: show, export');
  return {
    action,
    name,
    service,
    api: service?.api ?? '',
    version: values.version,
    why: values.why ?? '',
    accept: values.accept ?? [],
    waitSeconds,
    json: values.json,
    lang: langOf(values.lang),
  };
}

const placeOf = (action: Action) => (action === 'draft' ? 'FILE' : 'ID');

function parsed(args: readonly string[]) {
  return parsedArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...serviceFlags,
      'built-in': { type: 'boolean', default: false },
      version: { type: 'string' },
      why: { type: 'string' },
      accept: { type: 'string', multiple: true },
      wait: { type: 'string', default: '600' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'vi' },
      help: { type: 'boolean', default: false },
    },
  });
}
