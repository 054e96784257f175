import type { Asked } from '../asked.ts';
import type { Ledger } from '../ledger.ts';
import type { Bilingual } from '../report.ts';
import type { PeriodFact, Title } from './title.ts';
import { isCumulative, periodsOfLine, yearOf } from './title-period.ts';

/**
 * What a table says itself: its rows name their `unit`, its rows name their `period`, and the headings of its columns
 * name the period of their figures.
 */
export type TableSays = { unit?: boolean; period?: boolean; columns?: boolean };

/**
 * A labelled period must be the one asked; without a label, one of the lines must name it. A line that names another
 * period as its own is told in any case: the table may be of that one. So is a line by which the figures are sums
 * since the start of the year, or a plan; and one that names the quarter and such a sum, unless the columns tell them
 * apart.
 */
export function checkPeriods(
  title: Title,
  sheet: string | null,
  asked: Asked,
  ledger: Ledger,
  says: TableSays,
): void {
  const expected = asked.period.code;
  const tell = (code: string, { text, row, column }: PeriodFact, hint: Bilingual | null = null) =>
    ledger.find(code, { sheet, row, column }, text, expected, { hint });
  const known = (said: PeriodFact): PeriodFact => {
    // Sums since the start of the year are what is asked of half a year, nine months and a year.
    const isSums = said.cumulative && asked.period.isCumulative;
    const fact = isSums ? { ...said, codes: said.sums, cumulative: false } : said;
    // "QUÝ III" without its year says nothing against the quarter that is asked.
    const codes = fact.codes.filter((code) => !(code.startsWith('Q') && expected.endsWith(`-${code}`)));
    return { ...fact, codes };
  };
  const labelled = title.periods.map(known);
  const all = title.loosePeriods.map(known);
  const named = all.filter(({ codes, unread }) => codes.length > 0 || unread);
  // "Năm 2026" beside "BÁO CÁO QUÝ II" is the year of that quarter.
  const isYear = ({ codes }: PeriodFact) =>
    codes.length > 0 && codes.every((code) => code === yearOf(expected));
  const loose = named.every(isYear) ? named : named.filter((fact) => !isYear(fact));
  const isSum = ({ cumulative, passing }: PeriodFact) => cumulative && !passing;
  const sums = [...labelled.filter(isSum), ...(says.columns ? [] : all.filter(isSum))];
  for (const fact of sums) tell('period-cumulative', fact);

  const facts = (labelled.length > 0 ? labelled : loose).filter(({ cumulative }) => !cumulative);
  const names = ({ codes }: PeriodFact) => codes.includes(expected);
  const agrees = labelled.length === 0 && facts.some((fact) => names(fact) && !fact.plan);
  const own = facts.filter(({ passing }) => !passing);
  for (const fact of agrees ? [] : own.length > 0 ? own : facts) {
    if (fact.plan && names(fact)) tell('title-is-plan', fact);
    else tellPeriod(fact, asked, tell);
  }
  checkSheetName({ sheet, isSaid: facts.length > 0 || sums.length > 0, says }, asked, ledger);
  if (labelled.length === 0 && !agrees) return;
  for (const fact of loose.filter(({ passing, codes }) => !passing && codes.length > 0)) {
    if (names(fact)) {
      const isBoth = fact.codes.some((code) => code !== expected && mayBeTaken(code, asked));
      if (isBoth && labelled.length === 0 && !says.columns) tell('period-unclear', fact, bothHint(asked));
    } else if (!fact.codes.every((code) => code === yearOf(expected))) tellPeriod(fact, asked, tell);
  }
  if (labelled.length > 0) {
    for (const fact of loose.filter((each) => each.plan && names(each))) tell('title-is-plan', fact);
  }
}

/** Beside a quarter, a sum that it belongs to may be taken for it; beside a sum, any other period but the year it is of. */
function mayBeTaken(code: string, { period }: Asked): boolean {
  return period.isCumulative ? code !== yearOf(period.code) : isCumulative(code);
}

function bothHint({ period }: Asked): Bilingual {
  const { vi, en } = period.names;
  if (period.isCumulative) {
    return {
      vi: `Tiêu đề ghi nhiều kỳ: hãy ghi kỳ ở tiêu đề cột số liệu, ví dụ "Kết quả ${vi}".`,
      en: `The title names several periods: name the one in the heading of the column, as in "Kết quả ${vi}" (${en}).`,
    };
  }
  return {
    vi: `Tiêu đề ghi cả số liệu lũy kế: hãy ghi kỳ ở tiêu đề cột số liệu, ví dụ "Kết quả ${vi}".`,
    en: `The title names a cumulative sum too: name the period in the heading of the column, as in "Kết quả ${vi}" (${en}).`,
  };
}

function tellPeriod(
  fact: PeriodFact,
  { period }: Asked,
  tell: (code: string, fact: PeriodFact) => void,
): void {
  const expected = period.code;
  const { codes } = fact;
  const [code] = codes;
  if (codes.length === 1 && code === expected) return;
  const cumulative = codes.filter((each) => each !== expected && isCumulative(each));
  const sameYear = code !== undefined && yearOf(code) === yearOf(expected);
  const isSum = codes.length > 0 && cumulative.length === codes.length && sameYear;
  if (isSum && !period.isCumulative) tell('period-cumulative', fact);
  else tell(codes.length === 1 ? 'period-differs' : 'period-unclear', fact);
}

/** Where the title says the period, another one in the sheet's name is told; where neither says it, that is. */
function checkSheetName(
  { sheet, isSaid, says }: { sheet: string | null; isSaid: boolean; says: TableSays },
  asked: Asked,
  ledger: Ledger,
): void {
  const expected = asked.period.code;
  const codes = periodsOfLine(sheet ?? '').codes.filter(
    (code) => !(code.startsWith('Q') && expected.endsWith(code)),
  );
  const differs = codes.length > 0 && !codes.includes(expected) && !codes.includes(yearOf(expected));
  const isNamed = isSaid || says.period === true;
  if (differs) {
    const code = isNamed ? 'sheet-period-differs' : 'period-differs';
    ledger.find(code, { sheet, row: 1, column: 0 }, sheet, expected);
  } else if (!isNamed) ledger.find('title-without-period', null, null, asked.period.names.vi);
}
