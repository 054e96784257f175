import type { routes } from '../../shared/lambda/routes.ts';

/** Who may do what, in one table: every route, role, relation of units and state of a submission. */

type KeyOf<R> = R extends { method: infer M extends string; path: infer P extends string }
  ? `${M} ${P}`
  : never;
export type RouteKey = KeyOf<(typeof routes)[number]>;

/**
 * What the caller's unit is to the unit that is asked about · `successor`: of one that lives no more, without a right
 * to correct it · `heir`: the same, with the secretariat's decision · `none`: the caller is of no unit · `gone`: nor is
 * this one, and asks about the unit that lives no more.
 */
export const relations = [
  'own',
  'other',
  'predecessor',
  'successor',
  'heir',
  'ministry',
  'none',
  'gone',
] as const;
export type Relation = (typeof relations)[number];

export const roleSets = [
  [],
  ['reporter'],
  ['approver'],
  ['member'],
  ['analyst'],
  ['secretariat'],
  ['reporter', 'approver'],
] as const;
export type Role = 'reporter' | 'approver' | 'member' | 'analyst' | 'secretariat';

export const states = ['opened', 'checked', 'returned', 'signed'] as const;
export type State = (typeof states)[number];

/**
 * Whom a rule is for. `own approver`: an approver of the unit itself · `analyst`: of whatever unit ·
 * `about the gone`: who asks about the unit that lives no more ·
 * `secretariat about the gone` ·
 * `without a role`: whose token names none that fits having a unit, or having none · `everybody`: all whom no earlier rule was for.
 */
export type Who =
  | Role
  | `${'own' | 'successor' | 'heir'} ${'reporter' | 'approver'}`
  | 'about the gone'
  | 'secretariat about the gone'
  | 'without a role'
  | 'everybody';

/** `201`, or a refusal's status and code; by the submission's state where that matters. */
export type Outcome = string | Readonly<Record<State, string>>;
export type Rule = readonly [who: readonly Who[], outcome: Outcome];

/**
 * `asks: 'submission'`: about one submission, in each state · `slot`: about a unit or its slot · `rest`: of
 * neither. `moves`: what is allowed changes what is asked about, so that the route is tried on submissions of its
 * own, by one caller after another.
 */
export type Entry = { asks: 'submission' | 'slot' | 'rest'; moves?: true; rules: readonly Rule[] };

const unitSeers: readonly Who[] = ['own reporter', 'own approver', 'member', 'analyst', 'secretariat'];
const seers: readonly Who[] = [...unitSeers, 'heir reporter', 'heir approver'];
const successors: readonly Who[] = [
  'successor reporter',
  'successor approver',
  'heir reporter',
  'heir approver',
];
const nobody: Rule = [['without a role'], '403 not-allowed'];
/** No form asks a unit that lives no more in the form's periods. */
const gone: Rule = [['about the gone'], '422 unit-unknown'];
const anyRole: Entry = { asks: 'rest', rules: [nobody, [['everybody'], '200']] };
const anybody: Entry = { asks: 'rest', rules: [[['everybody'], '200']] };
const seen: readonly Rule[] = [nobody, [seers, '200'], [['everybody'], '404 not-found']];
const seenSlot: Entry = { asks: 'slot', rules: [nobody, gone, ...seen] };
const secretariat = (outcome: string): Entry => ({
  asks: 'rest',
  rules: [
    [['secretariat'], outcome],
    [['everybody'], '403 not-allowed'],
  ],
});

/** What tells of every unit who replaced and withdrew what, and why, is the centre's alone; the meeting is not frozen. */
const centreTooEarly: Entry = {
  asks: 'rest',
  rules: [
    nobody,
    [['member', 'analyst', 'secretariat'], '404 not-found'],
    [['everybody'], '403 not-allowed'],
  ],
};

const received = '409 already-received';
const notNow = '409 move-not-allowed';
const noWorkbook = '404 no-workbook';
const notSigned = '409 not-signed';
/** A move of some: the others who see the submission may not, to the rest it is not there. */
const ofSubmission = (rules: readonly Rule[]): Entry => ({
  asks: 'submission',
  rules: [nobody, ...rules, [seers, '403 not-allowed'], [['everybody'], '404 not-found']],
});
const moving = (rules: readonly Rule[]): Entry => ({ ...ofSubmission(rules), moves: true });

export const table: Readonly<Record<RouteKey, Entry>> = {
  'POST /v1/submissions': {
    asks: 'slot',
    rules: [nobody, gone, [['own reporter'], '201'], [['everybody'], '403 not-allowed']],
  },
  // Without a reason that says something, whoever may is told so, and nothing is opened.
  'POST /v1/submissions/nil': {
    asks: 'slot',
    rules: [nobody, gone, [['own reporter'], '422 reason-missing'], [['everybody'], '403 not-allowed']],
  },
  // The digest that is sent is another file's: whoever may sign is told so, and nothing is signed.
  'POST /v1/submissions/{id}/sign': ofSubmission([
    [
      ['own approver', 'heir approver'],
      {
        opened: '409 not-checked-yet',
        checked: '409 digest-differs',
        returned: '409 was-returned',
        signed: '409 digest-differs',
      },
    ],
  ]),
  'POST /v1/submissions/{id}/ticket': ofSubmission([
    [
      ['own reporter', 'heir reporter'],
      { opened: '200', checked: received, returned: received, signed: received },
    ],
  ]),
  'POST /v1/submissions/{id}/return': moving([
    [['analyst'], { opened: notNow, checked: '201', returned: notNow, signed: '201' }],
  ]),
  // Nothing was asked in any of the four states.
  'POST /v1/submissions/{id}/answers': ofSubmission([[['own reporter', 'heir reporter'], notNow]]),
  'POST /v1/submissions/{id}/attachments': moving([
    [
      ['own reporter', 'own approver', 'heir reporter', 'heir approver'],
      { opened: notNow, checked: '201', returned: notNow, signed: '201' },
    ],
  ]),
  // The approver comes after the reporter, who may not take back what stands.
  'POST /v1/submissions/{id}/withdraw': moving([
    [['own approver', 'heir approver'], '200'],
    [
      ['own reporter', 'heir reporter'],
      { opened: '200', checked: '200', returned: '200', signed: '403 not-allowed' },
    ],
  ]),
  // The day that is asked for is long over: whoever may extend is told so, and nothing is granted.
  'POST /v1/slots/{unit}/{form}/{period}/extension': {
    asks: 'slot',
    rules: [
      nobody,
      [['secretariat about the gone'], '422 unit-unknown'],
      [['secretariat'], '422 extension-out-of-range'],
      [unitSeers, '403 not-allowed'],
      [['everybody'], '404 not-found'],
    ],
  },
  'PUT /v1/units/{unit}/one-person': {
    asks: 'slot',
    moves: true,
    rules: [
      nobody,
      [['secretariat'], '200'],
      [unitSeers, '403 not-allowed'],
      [['everybody'], '404 not-found'],
    ],
  },
  'GET /v1/units/{unit}/one-person': {
    asks: 'slot',
    rules: [nobody, [unitSeers, '200'], [['everybody'], '404 not-found']],
  },
  // Whom it concerns may know of it: the unit's own people, its successors', and the centre.
  'PUT /v1/units/{unit}/succession': {
    asks: 'slot',
    moves: true,
    rules: [
      nobody,
      [['secretariat about the gone'], '200'],
      [['secretariat'], '422 unit-not-dissolved'],
      [[...unitSeers, ...successors], '403 not-allowed'],
      [['everybody'], '404 not-found'],
    ],
  },
  'GET /v1/units/{unit}/succession': {
    asks: 'slot',
    rules: [nobody, [[...unitSeers, ...successors], '200'], [['everybody'], '404 not-found']],
  },

  'GET /v1/submissions': seenSlot,
  'GET /v1/submissions/{id}': { asks: 'submission', rules: seen },
  'GET /v1/submissions/{id}/findings': {
    asks: 'submission',
    rules: [
      nobody,
      [seers, { opened: '409 not-checked-yet', checked: '200', returned: '200', signed: '200' }],
      [['everybody'], '404 not-found'],
    ],
  },
  'GET /v1/submissions/{id}/figures': {
    asks: 'submission',
    rules: [
      nobody,
      [seers, { opened: '409 not-checked-yet', checked: '200', returned: '200', signed: '200' }],
      [['everybody'], '404 not-found'],
    ],
  },
  // Nothing was found in the files that passed, so there is nothing to mark.
  'GET /v1/submissions/{id}/workbook': {
    asks: 'submission',
    rules: [
      nobody,
      [seers, { opened: '409 not-checked-yet', checked: noWorkbook, returned: '302', signed: noWorkbook }],
      [['everybody'], '404 not-found'],
    ],
  },
  'GET /v1/submissions/{id}/receipt': {
    asks: 'submission',
    rules: [
      nobody,
      [seers, { opened: notSigned, checked: notSigned, returned: notSigned, signed: '200' }],
      [['everybody'], '404 not-found'],
    ],
  },
  // No evidence was attached.
  'GET /v1/submissions/{id}/attachments/{n}': {
    asks: 'submission',
    rules: [nobody, [['everybody'], '404 not-found']],
  },
  // Everybody is told of the units that are theirs to see: of none, who has none.
  'GET /v1/work': anyRole,
  'GET /v1/forms/{form}/template.xlsx': seenSlot,
  'GET /v1/contexts/{unit}/{form}/{period}': seenSlot,
  'GET /v1/observations': seenSlot,
  'GET /v1/lineage': seenSlot,
  'GET /v1/history': seenSlot,
  // Figures that stand are read by everybody who has a role; a unit that lives no more has none in the period.
  'GET /v1/units/{unit}/figures': {
    asks: 'rest',
    rules: [nobody, gone, [['everybody'], '200']],
  },

  'GET /v1/catalog/{kind}': anyRole,
  'GET /v1/catalog': anyRole,
  'GET /v1/catalog/versions/{version}': anyRole,
  'GET /v1/catalog/versions': secretariat('200'),
  // What is handed in is faulty, and is told so; no draft is there to be read or published.
  'POST /v1/catalog/drafts': secretariat('201'),
  'GET /v1/catalog/drafts/{id}': secretariat('404 not-found'),
  'POST /v1/catalog/drafts/{id}/publish': secretariat('404 not-found'),
  'GET /v1/calendar': anyRole,
  'GET /v1/progress': anyRole,
  'GET /v1/periods/{period}/coverage': anyRole,
  'GET /v1/rollups/{period}': anyRole,
  'GET /v1/scorecards/{code}/{period}': anyRole,
  'GET /v1/scorecards/{code}/{period}/ranking': anyRole,
  'GET /v1/series': anyRole,
  // The cut-off that is asked for is long over: whoever may plan is told so, and nothing is planned.
  'POST /v1/meetings': secretariat('422 meeting-not-valid'),
  // A session that was held before the calendar was kept here is nobody's to change.
  // The units that are named are none: who may assign is told so, and nothing is kept.
  'POST /v1/meetings/{id}/tasks': secretariat('400 body-malformed'),
  'PUT /v1/tasks/{meeting}/{number}': secretariat('404 not-found'),
  // Everybody is told of the tasks that concern them.
  'GET /v1/tasks': anyRole,
  'GET /v1/meetings/{id}/tasks': anyRole,
  'GET /v1/meetings/{id}/coverage': anyRole,
  'GET /v1/meetings/{id}/progress': anyRole,
  'PUT /v1/meetings/{id}': secretariat('404 not-found'),
  'GET /v1/meetings/{id}/changes': secretariat('404 not-found'),
  'GET /v1/meetings/{id}/steps': secretariat('404 not-found'),
  'GET /v1/meetings': anyRole,
  'GET /v1/meetings/{id}': anyRole,
  // The meeting is not frozen yet.
  'GET /v1/meetings/{id}/scorecards/{code}/{period}': {
    asks: 'rest',
    rules: [nobody, [['everybody'], '404 not-found']],
  },
  'GET /v1/meetings/{id}/coverage/{code}/{period}': {
    asks: 'rest',
    rules: [nobody, [['everybody'], '404 not-found']],
  },
  'GET /v1/meetings/{id}/snapshot': centreTooEarly,
  'GET /v1/meetings/{id}/restatement': centreTooEarly,
  'GET /v1/meetings/{id}/chain': centreTooEarly,
  'GET /v1/meetings/{id}/briefing': centreTooEarly,
  'GET /v1/meetings/{id}/briefing.html': centreTooEarly,
  'GET /v1/meetings/{id}/briefing.docx': centreTooEarly,
  'GET /v1/meetings/{id}/briefing.xlsx': centreTooEarly,
  'GET /v1/meetings/{id}/briefing.csv': centreTooEarly,

  'GET /v1/users': secretariat('200'),
  'POST /v1/users': secretariat('409 account-exists'),
  'PUT /v1/users/{name}': secretariat('404 not-found'),
  'DELETE /v1/users/{name}': secretariat('404 not-found'),
  'DELETE /v1/users/{name}/second-factor': secretariat('404 not-found'),
  'GET /v1/users/{name}/history': secretariat('404 not-found'),

  'GET /v1/public/catalog/{kind}': anybody,
  'GET /v1/public/calendar': anybody,
  'GET /v1/public/periods/{period}/coverage': anybody,
  'GET /v1/public/scorecards/{code}/{period}': anybody,
  'GET /v1/public/scorecards/{code}/{period}/ranking': anybody,
  'GET /v1/public/series': anybody,
  'GET /v1/public/rollups/{period}': anybody,
  'GET /v1/public/progress': anybody,
  'GET /v1/public/units/{unit}/figures': { asks: 'rest', rules: [gone, [['everybody'], '200']] },
  'GET /v1/public/meetings': anybody,
  'GET /v1/public/meetings/{id}': anybody,
  'GET /v1/public/meetings/{id}/coverage': anybody,
  'GET /v1/public/meetings/{id}/progress': anybody,
  // What is not frozen yet is not public.
  'GET /v1/public/meetings/{id}/tasks': { asks: 'rest', rules: [[['everybody'], '404 not-found']] },
  'GET /v1/public/meetings/{id}/scorecards/{code}/{period}': {
    asks: 'rest',
    rules: [[['everybody'], '404 not-found']],
  },
  'GET /v1/public/meetings/{id}/coverage/{code}/{period}': {
    asks: 'rest',
    rules: [[['everybody'], '404 not-found']],
  },
};

/** What is asked as of an earlier moment: of a round by the centre alone, of a unit's own figures by who sees them. */
const centre: Entry = {
  asks: 'rest',
  rules: [nobody, [['member', 'analyst', 'secretariat'], '200'], [['everybody'], '403 not-allowed']],
};
export const pastTable = {
  'GET /v1/rollups/{period}': centre,
  'GET /v1/periods/{period}/coverage': centre,
  'GET /v1/scorecards/{code}/{period}': centre,
  'GET /v1/observations': seenSlot,
  'GET /v1/lineage': seenSlot,
} satisfies Partial<Record<RouteKey, Entry>>;

/** What the table says of one case: the first rule that is for the caller counts. */
export function expected(
  { rules }: Entry,
  caller: { relation: Relation; roles: readonly Role[] },
  state: State,
): string {
  const rule = rules.find(([who]) => who.some((one) => isFor(one, caller)));
  if (!rule) throw new Error(`no rule is for ${JSON.stringify(caller)}`);
  return typeof rule[1] === 'string' ? rule[1] : rule[1][state];
}

function isFor(
  who: Who,
  { relation, roles: named }: { relation: Relation; roles: readonly Role[] },
): boolean {
  const hasUnit = relation !== 'none' && relation !== 'gone';
  const roles = named.filter((role) => (role === 'reporter' || role === 'approver') === hasUnit);
  const aboutTheGone = relation === 'successor' || relation === 'heir' || relation === 'gone';
  if (who === 'everybody') return true;
  if (who === 'without a role') return roles.length === 0;
  if (who === 'about the gone') return aboutTheGone;
  if (who === 'secretariat about the gone') return aboutTheGone && roles.includes('secretariat');
  const [role = '', of = relation] = who.split(' ').reverse();
  return of === relation && roles.includes(role as Role);
}
