// The scoreboard of the coming national meeting, read from the public API of the same origin.
import { Refused, readPageData } from './api.js';
import { element } from './element.js';
import { capitalised, dayText, momentText, periodText } from './format.js';
import { scoreboardView } from './scoreboard.js';
import { words } from './words.js';

/** @typedef {import('./api.js').PageData} PageData */
/** @typedef {import('./api.js').Coverage} Coverage */
/** @typedef {import('./api.js').ReportState} ReportState */

const query = new URLSearchParams(location.search);
/** @type {import('./words.js').Lang} */
const lang = query.get('lang') === 'en' ? 'en' : 'vi';
const say = words[lang];

/** @param {string} id */
function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no part ${id}`);
  return found;
}

async function show() {
  setState('loading');
  try {
    const data = await readPageData(query.get('meeting'));
    if (data) fill(data);
    else part('problem').replaceChildren(element('p', { class: 'notice' }, say.noMeeting));
    setState(data ? 'shown' : 'problem');
  } catch (fault) {
    const advice = fault instanceof Refused ? say.refused(fault.status) : say.offline;
    part('problem').replaceChildren(problemView(advice));
    setState('problem');
    if (!(fault instanceof Refused)) console.error(fault);
  }
}

/** @param {'loading' | 'shown' | 'problem'} state */
function setState(state) {
  part('main').setAttribute('aria-busy', String(state === 'loading'));
  part('status').hidden = state !== 'loading';
  for (const id of ['coverage', 'ranking', 'sources']) part(id).hidden = state !== 'shown';
  if (state !== 'problem') part('problem').replaceChildren();
}

/** @param {PageData} data */
function fill(data) {
  part('meeting').replaceChildren(...meetingView(data));
  part('coverage').replaceChildren(...(data.coverage ? coverageView(data.coverage) : []));
  const isAsked = data.meeting.asks.length > 0;
  part('ranking').replaceChildren(
    ...(isAsked ? scoreboardView(data.scoreboard, lang, say) : [element('p', { class: 'notice' }, say.held)]),
  );
  const links = data.addresses.map((address, index) =>
    element('a', { href: address }, say.sourceNames[index] ?? address),
  );
  part('sources').replaceChildren(say.sources, ...links);
}

/** @param {PageData} data */
function meetingView({ meeting }) {
  const heading = `${meeting.body[lang]} – ${say.meeting(meeting.number)}`;
  document.title = `${say.meeting(meeting.number)} · Điểm Cầu`;
  const { snapshot, freezeAt, cutOff } = meeting;
  const freeze = snapshot
    ? say.frozen(momentText(snapshot.frozenAt, lang))
    : freezeAt && cutOff
      ? say.willFreeze(momentText(cutOff, lang))
      : say.noFreeze;
  /** @type {[string, string | Node][]} */
  const facts = [
    [say.date, dayText(meeting.date, lang)],
    [say.period, capitalised(meeting.periods.map((period) => periodText(period, lang)).join(', '))],
    [say.theme, themeView(meeting.theme)],
    [say.freeze, freeze],
  ];
  if (snapshot) facts.push([say.snapshot, element('code', {}, snapshot.hash)]);
  return [
    element('h1', {}, heading),
    ...(meeting.constructed ? [element('p', { class: 'constructed' }, say.constructed)] : []),
    element(
      'dl',
      { class: 'facts' },
      ...facts.map(([term, fact]) => element('div', {}, element('dt', {}, term), element('dd', {}, fact))),
    ),
  ];
}

/** Of sessions before this service no English theme is held. @param {{vi: string, en: string | null}} theme */
function themeView(theme) {
  const told = theme[lang];
  return told === null ? element('span', { lang: 'vi' }, theme.vi) : element('span', { lang }, told);
}

/** @param {Coverage} coverage */
function coverageView(coverage) {
  const [figure = '', rest = ''] = say.reported(
    coverage.counts.onTime + coverage.counts.late,
    coverage.expected,
  );
  /** @type {[ReportState, number][]} */
  const states = [
    ['on-time', coverage.counts.onTime],
    ['late', coverage.counts.late],
    ['missing', coverage.counts.missing],
    // What was frozen before the word was known counts none.
    ['not-due', coverage.counts.notDue ?? 0],
  ];
  return [
    element('h2', { id: 'coverage-title' }, say.coverage),
    element(
      'p',
      { class: 'reported' },
      element('strong', {}, figure),
      ` ${rest}. ${say.due(dueDay(coverage))}.`,
      coverage.dueMoved ? ` ${coverage.dueMoved.why[lang]}` : '',
      coverage.counts.revised ? ` ${say.revised(coverage.counts.revised)}.` : '',
    ),
    // What was frozen before the rule was told names none.
    ...(coverage.rule
      ? [
          element(
            'details',
            { class: 'rule' },
            element('summary', {}, say.rule),
            element('p', {}, coverage.rule.words[lang]),
          ),
        ]
      : []),
    element(
      'ul',
      { class: 'states' },
      ...states
        .filter(([state, count]) => state !== 'not-due' || count > 0)
        .map(([state, count]) => stateView(coverage, state, count)),
    ),
  ];
}

/** @param {Coverage} coverage */
function dueDay({ due }) {
  return dayText(due.slice(0, 10), lang);
}

/**
 * One state with the units that are in it: late and missing units by name at once, the others on demand.
 * @param {Coverage} coverage
 * @param {ReportState} state
 * @param {number} count
 */
function stateView(coverage, state, count) {
  const names = coverage.units
    .filter((unit) => unit.state === state)
    .map((unit) => {
      const more = [
        ...(unit.nil ? [say.nil] : []),
        ...(unit.revised && unit.version !== null ? [say.version(unit.version)] : []),
      ];
      return more.length > 0 ? `${unit.name} (${more.join(', ')})` : unit.name;
    });
  const list = names.length === 0 ? say.none : element('span', { lang: 'vi' }, names.join(', '));
  const folded = state === 'on-time' && names.length > 0;
  return element(
    'li',
    { class: names.length > 0 ? `${state} some` : state },
    element('p', { class: 'count' }, element('strong', {}, String(count)), ` ${say.states[state]}`),
    folded
      ? element('details', {}, element('summary', {}, say.showUnits(names.length)), element('p', {}, list))
      : element('p', {}, list),
  );
}

/** @param {string} advice */
function problemView(advice) {
  const retry = element('button', { type: 'button' }, say.retry);
  retry.addEventListener('click', show);
  return element('div', { class: 'notice' }, element('h2', {}, say.problem), element('p', {}, advice), retry);
}

/** Puts the static words and the links of the switch into the chosen language. */
function speak() {
  document.documentElement.lang = lang;
  document.title = `${say.title} · Điểm Cầu`;
  for (const place of document.querySelectorAll('[data-words]')) {
    const key = place.getAttribute('data-words');
    if (key === 'skip' || key === 'title' || key === 'loading') place.textContent = say[key];
  }
  for (const other of /** @type {const} */ (['vi', 'en'])) {
    const link = part(`lang-${other}`);
    const target = new URLSearchParams(query);
    target.set('lang', other);
    link.setAttribute('href', `?${target}`);
    if (other === lang) link.setAttribute('aria-current', 'true');
  }
}

speak();
await show();
