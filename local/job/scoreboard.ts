import type { Difference } from './compare.ts';
import type { JobResult } from './run-job.ts';
import { type Language, words } from './words.ts';

/** The scoreboard of a meeting as text: coverage first, then ranks and points, then what differs. */
export function scoreboard(result: JobResult, language: Language): string {
  return [
    ...heading(result, language),
    '',
    ...table(result, language),
    '',
    ...comparison(result, language),
    '',
    ...briefing(result, language),
    '',
    ...lineage(result, language),
    '',
    ...tasks(result, language),
  ].join('\n');
}

/** A number as the reader writes it: always two decimals, with a comma in Vietnamese; a missing one is a dash. */
export function points(value: string | null, language: Language): string {
  if (value === null) return '–';
  const [whole, fraction = ''] = value.split('.');
  return `${whole}${language === 'vi' ? ',' : '.'}${fraction.padEnd(2, '0')}`;
}

function heading({ meeting, coverage, scorecard }: JobResult, language: Language): string[] {
  const say = words[language];
  const { counts, expected, counted, units } = coverage;
  const named = (of: (unit: (typeof units)[number]) => boolean, label: string) => {
    const names = units.filter(of).map(({ name }) => name);
    return names.length > 0 ? ` · ${label}: ${names.join(', ')}` : '';
  };
  return [
    `${say.title} ${meeting.number} · ${meeting.body[language]} · ${meeting.date}`,
    ...(meeting.constructed ? [say.constructed] : []),
    `${say.freeze}: ${meeting.cutOff?.replace('T', ' ')} (Asia/Ho_Chi_Minh) · ${scorecard.period}`,
    `${say.snapshot}: ${meeting.snapshot.hash}`,
    `${say.coverage}: ${counted}/${expected} (${counts.onTime} ${say.onTime}, ${counts.late} ${say.late}, ${counts.revised} ${say.revised})` +
      named(({ nil }) => nil === true, say.nil) +
      named(({ state }) => state === 'missing', say.missing) +
      named(({ state }) => state === 'not-due', say.notDue),
    ...(coverage.rule ? [`  ${say.rule}: ${coverage.rule.words[language]}`] : []),
  ];
}

function table({ scorecard }: JobResult, language: Language): string[] {
  const say = words[language];
  const codes = scorecard.groups.map((group) => group.code);
  const width = Math.max(...scorecard.units.map((unit) => unit.name.length), say.unit.length);
  const row = (rank: string, name: string, cells: readonly string[], total: string) =>
    `${rank.padStart(4)}  ${name.padEnd(width)}  ${cells.map((cell) => cell.padStart(8)).join('')}  ${total.padStart(7)}`;
  const maxima = scorecard.groups.map((group) => `/${group.max}`);
  return [
    row(say.rank, say.unit, codes, say.total),
    row('', '', maxima, '/100'),
    ...scorecard.units.map((unit) =>
      row(
        unit.rank?.toString() ?? '–',
        unit.name,
        codes.map((code) => points(unit.groups[code] ?? null, language)),
        points(unit.total, language),
      ),
    ),
    '',
    ...scorecard.groups.map((group) => `  ${group.code.padEnd(7)} ${group.names[language]}`),
  ];
}

function comparison({ comparison: found }: JobResult, language: Language): string[] {
  const say = words[language];
  const parts = [
    [found.metrics, say.metrics],
    [found.groups, say.groups],
    [found.totals, say.totals],
    [found.ranks, say.ranks],
  ] as const;
  const differing = parts.flatMap(([tally]) => tally.differing);
  return [
    `${say.published}:`,
    ...parts.map(([tally, what]) => `  ${tally.equal}/${tally.compared} ${what}`),
    ...(differing.length > 0 ? [`  ${say.differs}:`] : []),
    ...differing.map((difference) => `    ${differenceLine(difference, language)}`),
    `  ${found.holds ? say.holds : say.fails}`,
  ];
}

function differenceLine({ name, what, ours, published }: Difference, language: Language): string {
  const say = words[language];
  const value = (text: string | null) => (what === 'rank' ? (text ?? '–') : points(text, language));
  const named = what === 'total' || what === 'rank' ? say.what[what] : what;
  return `${name} · ${named}: ${say.ours} ${value(ours)}, ${say.theirs} ${value(published)}`;
}

/** Where the files of this language are, each with its digest. */
function briefing({ briefing: { files, meeting } }: JobResult, language: Language): string[] {
  const say = words[language];
  const own = files.filter((file) => file.language === language);
  return [
    `${say.briefing}:`,
    ...own.map(({ path, bytes, sha256 }) => `  GET ${path} · ${bytes} byte · SHA-256 ${sha256}`),
    `  ${say.get}: npx diem-cau briefing ${meeting} -o ${own.find(({ kind }) => kind === 'docx')?.name}${language === 'en' ? ' --lang en' : ''}`,
  ];
}

function lineage({ lineage: found }: JobResult, language: Language): string[] {
  const say = words[language];
  const cells = found.cells.map(({ role, at, raw }) => {
    const sheet = at.sheet === null ? '' : `${say.sheet} «${at.sheet}», `;
    return `  ${say.roles[role]}: ${sheet}${say.cell} ${at.cell} = «${raw}»`;
  });
  return [
    `${say.lineage}: ${found.unit} · ${found.indicator} · ${found.period}`,
    ...(found.file ? [`  ${found.file.name} · SHA-256 ${found.file.sha256}`] : []),
    ...(found.nil ? [`  ${say.nil}: ${found.nil.why} · SHA-256 ${found.nil.sha256}`] : []),
    ...cells,
    `  ${say.signed}: ${found.confirmed.at}`,
  ];
}

function tasks({ tasks: assigned }: JobResult, language: Language): string[] {
  const say = words[language];
  return [
    `${say.tasks}: ${assigned.length}`,
    ...assigned.map(({ id, text, leadName, deadline }) => {
      return `  ${id} · ${leadName} · ${say.deadline} ${deadline} · ${text}`;
    }),
  ];
}
