// The ranking table: rank, unit, points by group, total; what is missing is drawn as missing.
import { element } from './element.js';
import { periodText, points } from './format.js';

/** @typedef {import('./api.js').Scoreboard} Scoreboard */
/** @typedef {import('./words.js').Lang} Lang */
/** @typedef {import('./words.js').Words} Words */

/**
 * @param {Scoreboard | null} scoreboard null: nothing has been aggregated
 * @param {Lang} lang
 * @param {Words} say
 * @returns {Node[]}
 */
export function scoreboardView(scoreboard, lang, say) {
  const heading = element('h2', { id: 'ranking-title' }, say.ranking);
  if (!scoreboard) return [heading, element('p', { class: 'notice' }, say.noScores)];
  // Only what says that it is final is called so.
  const state = scoreboard.provisional === false ? say.final : say.provisional;
  const scored = new Set(scoreboard.units.map((unit) => unit.unit));
  const missing = scoreboard.coverage.missing.filter((unit) => !scored.has(unit.unit));
  const rows = [
    ...scoreboard.units,
    ...missing.map((unit) => ({ ...unit, rank: null, total: null, totalReason: null, groups: {} })),
  ].sort((left, right) => (left.rank ?? Infinity) - (right.rank ?? Infinity));
  const caption = say.caption(periodText(scoreboard.period, lang), rows.length);
  const table = element(
    'table',
    {},
    element('caption', { id: 'ranking-caption' }, element('span', {}, caption)),
    element('thead', {}, headRow(scoreboard, lang, say)),
    element('tbody', {}, ...rows.map((unit) => unitRow(unit, scoreboard, lang, say))),
  );
  const notes = [element('p', { class: 'scroll-note' }, say.scroll)];
  if (scoreboard.units.length === 0) notes.unshift(element('p', { class: 'notice' }, say.noScores));
  if (rows.some((unit) => unit.total === null)) notes.push(element('p', {}, say.missingNote));
  if (scoreboard.units.some(({ partial }) => partial)) notes.push(element('p', {}, say.partialNote));
  return [
    heading,
    element('p', {}, `${say.scorecard}. `, element('strong', {}, `${state}.`)),
    ...notes,
    element(
      'div',
      { class: 'table', role: 'region', 'aria-labelledby': 'ranking-caption', tabindex: '0' },
      table,
    ),
  ];
}

/**
 * @param {Scoreboard} scoreboard
 * @param {Lang} lang
 * @param {Words} say
 */
function headRow({ groups, max }, lang, say) {
  /** @param {string} name @param {string} max @param {string} kind */
  const pointsHead = (name, max, kind) =>
    element('th', { scope: 'col', class: kind }, name, element('span', { class: 'max' }, say.max(max)));
  return element(
    'tr',
    {},
    element('th', { scope: 'col', class: 'rank' }, say.rank),
    element('th', { scope: 'col', class: 'unit' }, say.unit),
    ...groups.map((group) => pointsHead(group.names[lang], group.max, 'points')),
    pointsHead(say.total, max, 'points total'),
  );
}

/**
 * @param {Scoreboard['units'][number]} unit
 * @param {Scoreboard} scoreboard
 * @param {Lang} lang
 * @param {Words} say
 */
function unitRow(unit, { groups }, lang, say) {
  const isNil = unit.totalReason === 'nil';
  const why = isNil ? say.nil : say.missing;
  /** @param {string | null | undefined} value @param {string} kind */
  const figure = (value, kind) => {
    if (typeof value === 'string') return element('td', { class: kind }, points(value, lang));
    return element('td', { class: `${kind} missing` }, ...noFigure(why));
  };
  const rank = unit.rank === null ? noFigure(unit.partial ? say.partial : why) : [String(unit.rank)];
  const nil = isNil ? [` (${say.nil})`] : [];
  return element(
    'tr',
    unit.total === null ? { class: 'missing' } : {},
    element('td', { class: 'rank' }, ...rank),
    element(
      'th',
      { scope: 'row', class: 'unit' },
      element('span', { lang: 'vi' }, ...nameParts(unit.name)),
      ...nil,
    ),
    ...groups.map((group) => figure(unit.groups[group.code], 'points')),
    figure(unit.total, 'points total'),
  );
}

/**
 * The unit's type stands back behind its name.
 * @param {string} name `Tỉnh Đồng Tháp`
 * @returns {(Node | string)[]}
 */
function nameParts(name) {
  const [, type, own] = /^(Tỉnh|Thành phố) (.+)$/.exec(name) ?? [];
  return type && own ? [element('span', { class: 'type' }, type), ` ${own}`] : [name];
}

/** @param {string} why */
function noFigure(why) {
  return [element('span', { 'aria-hidden': 'true' }, '–'), element('span', { class: 'unseen' }, why)];
}
