import { type ServiceOptions, serviceFlags, serviceOptions } from '../service/options.ts';
import { type Lang, langOf, parsedArgs, UsageError } from '../usage.ts';

/** What `tasks` was asked for. */
export type TasksOptions = {
  action: Action;
  service: ServiceOptions;
  api: string;
  /** A meeting, or the id of a task; empty for `list`. */
  name: string;
  /** The file of `assign`. */
  file: string;
  /** What `list` shows only. */
  filter: { meeting?: string; unit?: string; state?: string };
  /** What `change` makes another. */
  changes: Changes;
  revision: number | null;
  why: string;
  key: string | undefined;
  json: boolean;
  lang: Lang;
};
export type Changes = {
  lead?: string;
  with?: string[];
  deadline?: string;
  text?: string;
  deliverable?: string;
  measure?: string;
};
export type Action = (typeof actions)[number];
const actions = ['list', 'meeting', 'assign', 'change'] as const;
const places: Readonly<Record<Action, string>> = {
  list: '',
  meeting: 'MEETING',
  assign: 'MEETING FILE.json',
  change: 'MEETING/NUMBER',
};

/**
 * Reads the arguments behind `tasks`.
 * @throws UsageError that says what is wrong
 */
export function tasksOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): TasksOptions | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [word, ...named] = positionals;
  const action = actions.find((each) => each === word);
  if (!action) throw new UsageError(`tasks ${actions.join(' | ')}`);
  const wanted = places[action] === '' ? 0 : places[action].split(' ').length;
  if (named.length !== wanted) throw new UsageError(`tasks ${action} ${places[action]}`.trim());
  const [name = '', file = ''] = named;
  const { lead, deadline, text, deliverable, measure, alone, why = '' } = values;
  const others = alone ? [] : values.with;
  const changes = present({ lead, deadline, text, deliverable, measure, with: others });
  if (action === 'change') requireChange(name, { changes, why });
  else if (Object.keys(changes).length > 0 || why !== '') throw new UsageError(`tasks ${action}: --why …`);
  const { meeting, unit, state } = values;
  const filter = present({ meeting, unit, state });
  if (action !== 'list' && Object.keys(filter).length > 0)
    throw new UsageError(`tasks ${action}: --meeting …`);
  if (values.revision !== undefined && !/^[1-9]\d{0,5}$/.test(values.revision)) {
    throw new UsageError('--revision N');
  }
  const service = serviceOptions(values, environment);
  return {
    action,
    service,
    api: service.api,
    name,
    file,
    filter,
    changes,
    revision: values.revision === undefined ? null : Number(values.revision),
    why,
    key: values.key,
    json: values.json,
    lang: langOf(values.lang),
  };
}

function requireChange(name: string, { changes, why }: { changes: Changes; why: string }): void {
  if (!/^[A-Za-z0-9@:._-]+\/[1-9]\d*$/.test(name)) throw new UsageError(`tasks change ${places.change}`);
  if (why === '') throw new UsageError('--why');
  if (Object.keys(changes).length === 0) {
    throw new UsageError('--lead, --with, --alone, --deadline, --text, --deliverable, --measure');
  }
}

function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  return parsedArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...serviceFlags,
      meeting: text,
      unit: text,
      state: text,
      key: text,
      revision: text,
      why: text,
      lead: text,
      with: { type: 'string', multiple: true },
      alone: { type: 'boolean', default: false },
      deadline: text,
      text,
      deliverable: text,
      measure: text,
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'vi' },
      help: { type: 'boolean', default: false },
    },
  });
}
