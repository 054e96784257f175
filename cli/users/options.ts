import { addressOf, langOf, parsedArgs, UsageError } from '../usage.ts';

/** What the command was asked for. */
export type UsersOptions = {
  action: Action;
  /** Whose account; empty for `list`. */
  name: string;
  url: string;
  token: string | undefined;
  pool: string | undefined;
  email: string | undefined;
  /** Null: none. */
  unit: string | null | undefined;
  roles: string[] | undefined;
  enabled: boolean | undefined;
  why: string | undefined;
  json: boolean;
  lang: 'vi' | 'en';
};
export type Action = (typeof actions)[number];
const actions = ['list', 'add', 'set', 'reset-factor', 'remove', 'history', 'first'] as const;

/**
 * Reads the arguments behind `users`.
 * @throws UsageError that says what is wrong
 */
export function usersOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): UsersOptions | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [action, name = '', ...more] = positionals;
  const known = actions.find((each) => each === action);
  if (!known) throw new UsageError(`users: ${actions.join(' | ')}`);
  if (more.length > 0 || (known === 'list') !== (name === '')) {
    throw new UsageError(known === 'list' ? 'users list' : `users ${known} NAME`);
  }
  const lang = langOf(values.lang);
  if (values.unit !== undefined && values['no-unit']) throw new UsageError('--unit | --no-unit');
  if (values.enable && values.disable) throw new UsageError('--enable | --disable');
  const wanted = known === 'add' || known === 'first' ? ['email'] : [];
  if (known === 'add') wanted.push('role', 'why');
  if (known === 'set' || known === 'reset-factor' || known === 'remove') wanted.push('why');
  const missing = wanted.filter((option) => values[option as keyof typeof values] === undefined);
  if (missing.length > 0) throw new UsageError(missing.map((option) => `--${option}`).join(', '));
  return {
    action: known,
    name,
    url: addressOf('--url', values.url ?? environment.DIEM_CAU_URL ?? 'http://127.0.0.1:4800'),
    token: values.token ?? environment.DIEM_CAU_TOKEN,
    pool: values.pool,
    email: values.email,
    unit: values['no-unit'] ? null : values.unit,
    roles: values.role,
    enabled: values.enable ? true : values.disable ? false : undefined,
    why: values.why,
    json: values.json,
    lang,
  };
}

function parsed(args: readonly string[]) {
  return parsedArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      token: { type: 'string' },
      pool: { type: 'string' },
      email: { type: 'string' },
      unit: { type: 'string' },
      'no-unit': { type: 'boolean', default: false },
      role: { type: 'string', multiple: true },
      enable: { type: 'boolean', default: false },
      disable: { type: 'boolean', default: false },
      why: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'vi' },
      help: { type: 'boolean', default: false },
    },
  });
}
