import { type ServiceOptions, serviceFlags, serviceOptions } from '../service/options.ts';
import { type Lang, langOf, parsedArgs, UsageError } from '../usage.ts';

/** What `meetings` was asked for. */
export type MeetingsOptions = {
  action: Action;
  service: ServiceOptions;
  api: string;
  /** The meeting; empty where it is none that is there. */
  id: string;
  /** The file that holds the wanted meeting; empty where none is asked for. */
  file: string;
  why: string;
  /** The revision that was seen; null: what the file says, or the present one. */
  revision: number | null;
  json: boolean;
  lang: Lang;
};
export type Action = (typeof actions)[number];
const actions = ['list', 'show', 'plan', 'move', 'cancel', 'schedule'] as const;

/** What stands behind each action. */
const places = {
  list: [],
  show: ['ID'],
  plan: ['FILE.json'],
  move: ['ID', 'FILE.json'],
  cancel: ['ID'],
  schedule: ['ID'],
} as const satisfies Record<Action, readonly string[]>;

/**
 * Reads the arguments behind `meetings`.
 * @throws UsageError that says what is wrong
 */
export function meetingsOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): MeetingsOptions | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [word, ...given] = positionals;
  const action = actions.find((each) => each === word);
  if (!action) throw new UsageError(`meetings ${actions.join(' | ')}`);
  const wanted: readonly string[] = places[action];
  if (given.length !== wanted.length) throw new UsageError(`meetings ${[action, ...wanted].join(' ')}`);
  const at = (place: string) => given[wanted.indexOf(place)] ?? '';
  const id = at('ID');
  if (wanted.includes('ID') && !/^[a-z0-9-]{1,40}$/.test(id)) throw new UsageError('ID: ubqg-11');
  const { why = '' } = values;
  if ((action === 'move' || action === 'cancel') && why.trim() === '') throw new UsageError('--why TEXT');
  const { revision } = values;
  if (revision !== undefined && (action !== 'move' || !/^[1-9]\d{0,5}$/.test(revision)))
    throw new UsageError('meetings move ID FILE.json --revision N');
  const service = serviceOptions(values, environment);
  return {
    action,
    service,
    api: service.api,
    id,
    file: at('FILE.json'),
    why,
    revision: revision === undefined ? null : Number(revision),
    json: values.json,
    lang: langOf(values.lang),
  };
}

function parsed(args: readonly string[]) {
  return parsedArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...serviceFlags,
      why: { type: 'string' },
      revision: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'vi' },
      help: { type: 'boolean', default: false },
    },
  });
}
