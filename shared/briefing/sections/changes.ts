import type { Named } from '../../aggregation/round.ts';
import { formIn, scorecardIn } from '../../catalog/catalog.ts';
import { periodOf } from '../../catalog/period.ts';
import { decimal, subtract, text } from '../../observations/decimal.ts';
import type { ReportChange } from '../changed-reports.ts';
import type { Block, Cell, TableBlock } from '../content.ts';
import { reasonTexts } from '../reasons.ts';
import type { Pair, RestatedFigure, ScoreChange, ToldFigure } from '../restated-figures.ts';
import type { Restatement } from '../restatement.ts';
import { type Draft, figure, placesOf, type Told, unitName, words } from '../told.ts';
import type { Texts } from '../voice.ts';

/** More rows than these are in the workbook alone. */
const rowsOnPaper = 60;

/** What has changed of what the meeting before saw: figure, unit, old, new, who, why, and what that does to the nation. */
export function changesSection(told: Told): Draft {
  const { restatement } = told.now;
  return {
    id: 'changes',
    title: { vi: 'Số liệu thay đổi so với phiên họp trước', en: 'What changed since the last meeting' },
    blocks: restatement
      ? blocksOf(told, restatement)
      : [{ kind: 'paragraph', text: told.voice.say(noneBefore) }],
  };
}

const noneBefore: Texts = {
  vi: 'Chưa có bản chốt của phiên họp trước nên chưa có số liệu nào để đối chiếu.',
  en: 'There is no snapshot of a meeting before, so there is nothing to compare with.',
};

function blocksOf(told: Told, restatement: Restatement): Block[] {
  const { figures, nation, scores, reports, notEvaluated } = restatement;
  const blocks: Block[] = [{ kind: 'paragraph', text: introOf(told, restatement) }];
  if (notEvaluated.length > 0) blocks.push({ kind: 'paragraph', text: notEvaluatedText(told, restatement) });
  if (reports.length > 0) blocks.push(reportsTable(told, reports));
  if (figures.length > 0) blocks.push(figuresTable(told, figures));
  if (nation.length > 0) blocks.push(nationTable(told, restatement));
  if (scores.length > 0) blocks.push(scoresTable(told, restatement));
  return blocks;
}

/** `phiên họp lần thứ 10`, or its id where its snapshot is not at hand. */
function sinceMeeting({ voice, before }: Told, id: string): string {
  const meeting = before?.manifest.meeting;
  return meeting?.id === id
    ? voice.say({ vi: `phiên họp lần thứ ${meeting.number}`, en: `session ${meeting.number}` })
    : voice.say({ vi: `phiên họp ${id}`, en: `meeting ${id}` });
}

function introOf(told: Told, { since, figures, reports, nation, scores }: Restatement): string {
  const { voice } = told;
  const n = voice.number;
  const { cutOff } = since;
  const meeting = sinceMeeting(told, since.meeting);
  const units = (of: readonly Named[]) => n(new Set(of.map(({ unit }) => unit)).size);
  if (figures.length + reports.length + nation.length + scores.length === 0) {
    return voice.say({
      vi: `So với bản chốt của ${meeting} (${voice.moment(cutOff)}): không có số liệu nào thay đổi.`,
      en: `Against the snapshot of ${meeting} (${voice.moment(cutOff)}): no figure has changed.`,
    });
  }
  return voice.say({
    vi: `So với bản chốt của ${meeting} (${voice.moment(cutOff)}), các kỳ của phiên họp đó được tính lại theo số liệu hiện hành: ${n(reports.length)} báo cáo thay đổi, ${n(figures.length)} số liệu của ${units(figures)} đơn vị và ${n(nation.length)} số liệu cả nước khác trước, ${units(scores)} đơn vị có điểm hoặc thứ hạng khác trước. Bản chốt cũ được giữ nguyên.`,
    en: `Against the snapshot of ${meeting} (${voice.moment(cutOff)}), with that meeting's periods computed anew from what stands now: ${n(reports.length)} reports changed, ${n(figures.length)} figures of ${units(figures)} units and ${n(nation.length)} of the nation are other than they were, and so are the points or ranks of ${units(scores)} units. The old snapshot stays as it is.`,
  });
}

function notEvaluatedText({ voice }: Told, { notEvaluated }: Restatement): string {
  const rounds = voice.list(notEvaluated.map(({ form, period }) => `${form} ${period}`));
  return voice.say({
    vi: `Không tính lại được vì danh mục hiện hành không còn biểu mẫu: ${rounds}.`,
    en: `Not computed anew, since the catalogue has no such form any more: ${rounds}.`,
  });
}

const reportTexts: Readonly<Record<ReportChange['change'], Texts>> = {
  reported: { vi: 'báo cáo bổ sung', en: 'reported since' },
  revised: { vi: 'điều chỉnh', en: 'revised' },
  withdrawn: { vi: 'rút báo cáo', en: 'withdrawn' },
};

function reportsTable(told: Told, reports: readonly ReportChange[]): TableBlock {
  const { voice } = told;
  const none = voice.say(noneTexts);
  return cut(told, {
    kind: 'table',
    id: 'changed-reports',
    caption: voice.say({
      vi: 'Báo cáo thay đổi từ phiên họp trước',
      en: 'Reports that changed since the last meeting',
    }),
    columns: [
      { head: voice.say({ vi: 'Mã', en: 'Code' }), align: 'center', width: 6 },
      { head: voice.say({ vi: 'Đơn vị', en: 'Unit' }), align: 'start', width: 20 },
      { head: voice.say({ vi: 'Biểu mẫu', en: 'Form' }), align: 'start', width: 12 },
      { head: voice.say({ vi: 'Kỳ', en: 'Period' }), align: 'start', width: 12 },
      { head: voice.say({ vi: 'Thay đổi', en: 'Change' }), align: 'start', width: 12 },
      { head: voice.say({ vi: 'Phiên bản cũ', en: 'Version before' }), align: 'end', width: 8 },
      { head: voice.say({ vi: 'Phiên bản mới', en: 'Version now' }), align: 'end', width: 8 },
      {
        head: voice.say({ vi: 'Lý do đơn vị nêu', en: 'Why, as the unit wrote' }),
        align: 'start',
        width: 30,
      },
    ],
    rows: reports.map((report) => [
      words(report.code),
      words(
        report.successor
          ? `${unitName(told, report, report)} (${voice.say({ vi: 'do đơn vị kế thừa', en: 'by its successor' })}: ${unitName(told, report.successor, report)})`
          : unitName(told, report, report),
      ),
      words(formName(told, report)),
      words(periodName(told, report.period)),
      words(voice.say(reportTexts[report.change])),
      report.versions.old === null ? words(none) : figure(voice, report.versions.old),
      report.versions.new === null ? words(none) : figure(voice, report.versions.new),
      words(report.why.length > 0 ? report.why.join('; ') : voice.say({ vi: 'không nêu', en: 'not told' })),
    ]),
  });
}

const becauseTexts: Readonly<Record<RestatedFigure['because'], Texts>> = {
  report: { vi: 'báo cáo của đơn vị thay đổi', en: "the unit's report changed" },
  catalogue: { vi: 'danh mục thay đổi', en: 'the catalogue changed' },
  engine: { vi: 'cách đọc tệp thay đổi', en: 'the reading engine changed' },
  code: { vi: 'chương trình thay đổi', en: 'the code changed' },
};

function figuresTable(told: Told, figures: readonly RestatedFigure[]): TableBlock {
  const { voice } = told;
  return cut(told, {
    kind: 'table',
    id: 'changed-figures',
    caption: voice.say({
      vi: 'Số liệu của đơn vị khác với phiên họp trước',
      en: 'Figures of units that are other than they were',
    }),
    columns: [
      { head: voice.say({ vi: 'Mã', en: 'Code' }), align: 'center', width: 6 },
      { head: voice.say({ vi: 'Đơn vị', en: 'Unit' }), align: 'start', width: 18 },
      { head: voice.say({ vi: 'Chỉ tiêu', en: 'Indicator' }), align: 'start', width: 26 },
      { head: voice.say({ vi: 'Kỳ', en: 'Period' }), align: 'start', width: 10 },
      ...oldAndNew(told),
      { head: voice.say({ vi: 'Nguyên nhân', en: 'Because' }), align: 'start', width: 14 },
      { head: voice.say({ vi: 'Cả nước: cũ', en: 'Nation: before' }), align: 'end', width: 9 },
      {
        head: voice.say({ vi: 'Cả nước nếu chỉ có thay đổi này', en: 'Nation with this change alone' }),
        align: 'end',
        width: 18,
      },
    ],
    rows: figures.map((each) => [
      words(each.code),
      words(unitName(told, each, each)),
      words(each.names[voice.language]),
      words(periodName(told, each.period)),
      toldCell(told, each.old, each),
      toldCell(told, each.new, each),
      differenceCell(told, each),
      words(voice.say(becauseTexts[each.because])),
      nationCell(told, each.nation.old, each),
      each.nation.new === null ? words(voice.say(notTold)) : nationCell(told, each.nation.new, each),
    ]),
  });
}

function nationTable(told: Told, { nation }: Restatement): TableBlock {
  const { voice } = told;
  return cut(told, {
    kind: 'table',
    id: 'changed-nation',
    caption: voice.say({
      vi: 'Số liệu cả nước khác với phiên họp trước',
      en: "The nation's figures that are other than they were",
    }),
    columns: [
      { head: voice.say({ vi: 'Chỉ tiêu', en: 'Indicator' }), align: 'start', width: 40 },
      { head: voice.say({ vi: 'Kỳ', en: 'Period' }), align: 'start', width: 12 },
      ...oldAndNew(told),
    ],
    rows: nation.map((each) => [
      words(each.names[voice.language]),
      words(periodName(told, each.period)),
      nationCell(told, each.old, each),
      nationCell(told, each.new, each),
      differenceCell(told, each),
    ]),
  });
}

function scoresTable(told: Told, { scores }: Restatement): TableBlock {
  const { voice } = told;
  const scorecardOf = (of: ScoreChange) => scorecardIn(told.catalog, of.scorecard, of.period);
  const cell = (value: string | number | null | undefined): Cell =>
    value === null || value === undefined ? words(voice.say(noneTexts)) : figure(voice, value);
  return cut(told, {
    kind: 'table',
    id: 'changed-scores',
    caption: voice.say({
      vi: 'Điểm và thứ hạng khác với phiên họp trước',
      en: 'Points and ranks that are other than they were',
    }),
    columns: [
      { head: voice.say({ vi: 'Mã', en: 'Code' }), align: 'center', width: 6 },
      { head: voice.say({ vi: 'Đơn vị', en: 'Unit' }), align: 'start', width: 20 },
      { head: voice.say({ vi: 'Bộ chỉ số', en: 'Scorecard' }), align: 'start', width: 12 },
      { head: voice.say({ vi: 'Kỳ', en: 'Period' }), align: 'start', width: 12 },
      { head: voice.say({ vi: 'Điểm cũ', en: 'Points before' }), align: 'end', width: 10 },
      { head: voice.say({ vi: 'Điểm mới', en: 'Points now' }), align: 'end', width: 10 },
      { head: voice.say({ vi: 'Hạng cũ', en: 'Rank before' }), align: 'end', width: 10 },
      { head: voice.say({ vi: 'Hạng mới', en: 'Rank now' }), align: 'end', width: 10 },
    ],
    rows: scores.map((each) => [
      words(each.code),
      words(unitName(told, each, { form: scorecardOf(each)?.form ?? '', period: each.period })),
      words(scorecardOf(each)?.names[voice.language] ?? each.scorecard),
      words(periodName(told, each.period)),
      cell(each.old?.total),
      cell(each.new?.total),
      cell(each.old?.rank),
      cell(each.new?.rank),
    ]),
  });
}

function oldAndNew({ voice }: Told): TableBlock['columns'] {
  return [
    { head: voice.say({ vi: 'Cũ', en: 'Before' }), align: 'end', width: 9 },
    { head: voice.say({ vi: 'Mới', en: 'Now' }), align: 'end', width: 9 },
    { head: voice.say({ vi: 'Chênh lệch', en: 'Difference' }), align: 'end', width: 9 },
  ];
}

type OfIndicator = { indicator: string };

function placesIn({ catalog }: Told, { indicator }: OfIndicator): number {
  return placesOf(catalog.indicators.get(indicator)?.unit ?? '');
}

/** A unit's figure: without a roll-up of it there, the unit did not report. */
function toldCell(told: Told, given: ToldFigure | null, of: OfIndicator): Cell {
  return given === null ? words(told.voice.say(reasonTexts['not-submitted'])) : figureCell(told, given, of);
}

/** The nation's figure: the nation reports nothing, so without a roll-up there is none. */
function nationCell(told: Told, given: ToldFigure | null, of: OfIndicator): Cell {
  return given === null ? words(told.voice.say(noneTexts)) : figureCell(told, given, of);
}

function figureCell(told: Told, { value, reason }: ToldFigure, of: OfIndicator): Cell {
  if (value !== null) return figure(told.voice, value, placesIn(told, of));
  const known = reason as keyof typeof reasonTexts | null;
  return words(told.voice.say(reasonTexts[known ?? 'missing'] ?? reasonTexts.missing));
}

const noneTexts: Texts = { vi: 'không có', en: 'none' };
const notTold: Texts = { vi: 'không xác định', en: 'not told' };
const isNumber = (value: string | null | undefined): value is string => /^-?\d+(\.\d+)?$/.test(value ?? '');

function differenceCell(told: Told, each: OfIndicator & Pair<ToldFigure | null>): Cell {
  const [old, now] = [each.old?.value, each.new?.value];
  if (!isNumber(old) || !isNumber(now)) return words(told.voice.say(notTold));
  const by = text(subtract(decimal(now), decimal(old)));
  const mark = by.startsWith('-') ? '▼ ' : by === '0' ? '' : '▲ ';
  return { text: mark + figure(told.voice, by.replace('-', ''), placesIn(told, each)).text, value: by };
}

/** A form that is asked for no more is told by its code. */
function formName({ catalog, voice }: Told, of: { form: string; period: string }): string {
  return formIn(catalog, of.form, of.period)?.names[voice.language] ?? of.form;
}

function periodName({ voice }: Told, period: string): string {
  return periodOf(period)?.names[voice.language] ?? period;
}

/** A table of which only the first rows are printed. */
function cut({ voice }: Told, table: TableBlock): TableBlock {
  if (table.rows.length <= rowsOnPaper) return table;
  const all = voice.number(table.rows.length);
  return {
    ...table,
    rows: table.rows.slice(0, rowsOnPaper),
    full: table.rows,
    note: voice.say({
      vi: `Ở đây in ${rowsOnPaper} dòng đầu trên tổng số ${all}; toàn bộ có trong tệp XLSX.`,
      en: `The first ${rowsOnPaper} of ${all} rows are printed; all of them are in the XLSX.`,
    }),
  };
}
