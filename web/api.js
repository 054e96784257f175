// The public answers that this page reads. Numbers are decimal strings.

/** @typedef {{vi: string, en: string}} Names */
/** @typedef {{id: string, body: Names, number: number, date: string, theme: {vi: string, en: string | null}, state: 'held' | 'planned' | 'cancelled', asks: {form: string, period: string}[], scorecards: string[], cutOff: string | null, freezeAt: string | null, constructed: boolean}} ListedMeeting */
/** @typedef {ListedMeeting & {snapshot: null | {hash: string, frozenAt: string}}} Meeting */
/** @typedef {{unit: string, code: string, name: string}} Unit */
/** @typedef {'on-time' | 'late' | 'missing' | 'not-due'} ReportState */
/** @typedef {{form: string, period: string, due: string, dueMoved?: {from: string, why: {vi: string, en: string}} | null, expected: number, rule?: {words: Names} | null, counts: {onTime: number, late: number, missing: number, notDue?: number, revised?: number}, units: (Unit & {state: ReportState, version: number | null, nil?: true, revised?: true})[]}} Coverage */
/** @typedef {Unit & {rank: number | null, total: string | null, totalReason: string | null, partial?: true, groups: Record<string, string | null>}} ScoredUnit */
/** @typedef {{scorecard: string, period: string, basis: string, provisional: boolean, coverage: {expected: number, counted: number, missing: Unit[]}, max: string, groups: {code: string, names: Names, max: string}[], units: ScoredUnit[]}} Scoreboard */
/** @typedef {{meeting: Meeting, coverage: Coverage | null, scoreboard: Scoreboard | null, addresses: string[]}} PageData */

/** The answer was not 2xx. */
export class Refused extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

/**
 * Everything that the page shows.
 * @param {string | null} wanted id of a meeting; null: the coming one
 * @returns {Promise<PageData | null>} null when there is no meeting
 * @throws {Refused} when the server answers with an error; TypeError when it cannot be reached
 */
export async function readPageData(wanted) {
  const id = wanted ?? comingOf((await read('/v1/public/meetings')).items)?.id;
  if (id === undefined) return null;
  const meetingAddress = `/v1/public/meetings/${encodeURIComponent(id)}`;
  const meeting = await read(meetingAddress);
  // Of a session that was held before this service nothing was asked, and there is nothing to show but itself.
  const ask = meeting.asks[0];
  const scorecard = meeting.scorecards[0];
  if (ask === undefined || scorecard === undefined) {
    return { meeting, coverage: null, scoreboard: null, addresses: [meetingAddress] };
  }
  const { coverageAddress, scoreboardAddress } = addressesOf(meeting, meetingAddress, { ...ask, scorecard });
  const [coverage, scoreboard] = await Promise.all([
    readIfThere(coverageAddress),
    readIfThere(scoreboardAddress),
  ]);
  return { meeting, coverage, scoreboard, addresses: [meetingAddress, coverageAddress, scoreboardAddress] };
}

/**
 * Once a meeting's figures are frozen, what was frozen is shown, and not what was revised since.
 * @param {Meeting} meeting @param {string} meetingAddress @param {{form: string, period: string, scorecard: string}} asked
 */
function addressesOf(meeting, meetingAddress, asked) {
  const [form, period, scorecard] = [asked.form, asked.period, asked.scorecard].map(encodeURIComponent);
  if (meeting.snapshot) {
    return {
      coverageAddress: `${meetingAddress}/coverage/${form}/${period}`,
      scoreboardAddress: `${meetingAddress}/scorecards/${scorecard}/${period}`,
    };
  }
  return {
    coverageAddress: `/v1/public/periods/${period}/coverage?form=${form}`,
    scoreboardAddress: `/v1/public/scorecards/${scorecard}/${period}`,
  };
}

/**
 * The coming meeting is the last one for which figures are frozen; else the last one.
 * @param {ListedMeeting[]} meetings
 */
function comingOf(meetings) {
  const byDate = meetings.toSorted((left, right) => (left.date < right.date ? -1 : 1));
  return byDate.findLast((meeting) => meeting.freezeAt !== null) ?? byDate.at(-1);
}

/** @param {string} address */
async function readIfThere(address) {
  try {
    return await read(address);
  } catch (fault) {
    if (fault instanceof Refused && fault.status === 404) return null;
    throw fault;
  }
}

/** @param {string} address */
async function read(address) {
  const answer = await fetch(address, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Refused(answer.status);
  return await answer.json();
}
