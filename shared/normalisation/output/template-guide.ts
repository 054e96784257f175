import { type Due, dueOf } from '../../catalog/deadline.ts';
import { isWithin } from '../../catalog/period.ts';
import type { Indicator } from '../../catalog/schema.ts';
import { mostPoints } from '../asked.ts';
import { guideTitle } from '../layout/own-sheets.ts';
import type { Rule } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import { frozenView, locationOf, type NewCell, type NewRow, sheetPart } from './new-sheet.ts';
import type { CellStyle, StyleAdditions } from './styles.ts';
import type { TemplateAsk } from './template.ts';

export const guideSheetName = 'Hướng dẫn';
/** The defined name of the words that may stand instead of a number. */
export const missingWordsName = 'DIEM_CAU_CHU';

/** What may stand instead of a number, and what it says. A blank cell says that nothing was reported. */
export const missingWords: readonly { word: string; vi: string; en: string }[] = [
  { word: 'chưa có', vi: 'số liệu sẽ có sau', en: 'the figure is still to come' },
  { word: 'chưa thống kê', vi: 'có phát sinh nhưng chưa thống kê', en: 'it exists, but nobody counts it' },
  { word: 'không áp dụng', vi: 'đơn vị không có nội dung này', en: 'the unit does not have the thing' },
];

const bold: CellStyle = { bold: true, fill: 'D9E2F3', wrap: true };
const plain: CellStyle = { wrap: true };

type Line = { texts: readonly string[]; style: CellStyle };

/**
 * The instructions, in two languages side by side, from the catalogue and the sentences of the rules.
 * @returns the part, and where the words stand that may replace a number
 */
export function guideSheet(ask: TemplateAsk, styles: StyleAdditions): { xml: string; words: string } {
  const before = [title(...guideTitle), ...steps(ask), title('CHỮ THAY CHO SỐ', 'WORDS INSTEAD OF A NUMBER')];
  const words = missingWords.map(({ word, vi, en }): Line => ({ texts: [word, vi, en], style: plain }));
  const lines = [
    ...before,
    ...words,
    title('CÁC QUY TẮC KIỂM TRA', 'THE RULES'),
    ...shownRules(ask).map(({ state, sentence }): Line => {
      const mark = state === 'blocking' ? 'Lỗi / Error' : 'Cảnh báo / Warning';
      return { texts: [mark, sentence.vi, sentence.en], style: plain };
    }),
    title('CÁC MỤC CẦN BÁO CÁO', 'WHAT IS ASKED FOR'),
    ...ask.form.indicators.map(({ indicator }) =>
      indicatorLine(ask.catalog.indicators.get(indicator) as Indicator),
    ),
  ];
  const rows = lines.map(({ texts, style }, at): NewRow => {
    const cells = texts.map((text, column): NewCell => ({ column, text, style }));
    return { number: at + 1, cells };
  });
  const from = `$A$${before.length + 1}`;
  const to = `$A$${before.length + words.length}`;
  const xml = sheetPart(
    {
      rows,
      widths: [30, 70, 70],
      properties: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      views: frozenView(1),
      behindData: '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>',
      page: '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    },
    styles,
  );
  return { xml, words: `${locationOf(guideSheetName, from)}:${to}` };
}

const title = (vi: string, en: string): Line => ({ texts: ['', vi, en], style: bold });

function steps({ form, period, tasks }: TemplateAsk): Line[] {
  const due = form.owed === false ? null : dueOf(form, period);
  const texts: [string, string][] = [
    [
      'Chỉ nhập vào các ô màu vàng nhạt. Không thêm, xóa hay đổi tên cột, trang tính.',
      'Fill in the light yellow cells only. Do not add, delete or rename columns or sheets.',
    ],
    [
      'Tử số (a) và mẫu số (b) là số đếm; tỷ lệ phần trăm tự tính từ hai số này.',
      'Numerator (a) and denominator (b) are counts; the percentage computes itself from the two.',
    ],
    [
      'Số 0 là bằng không; ô để trống là chưa báo cáo. Khi không có số, chọn một trong các chữ dưới đây.',
      'Write 0 for zero; a blank cell says that nothing was reported. Where there is no number, write one of the words below.',
    ],
    [
      'Cột “Kỳ trước” (nếu có) chỉ để đối chiếu, không phải số liệu nộp.',
      'The columns “Kỳ trước” (earlier period), if there are any, are for comparison and are not submitted.',
    ],
    ...((tasks?.length ?? 0) > 0 ? [tasksWords] : []),
    ...(due ? [dueWords(due)] : []),
  ];
  return texts.map(([vi, en], at) => ({ texts: [`${at + 1}.`, vi, en], style: plain }));
}

const tasksWords: [string, string] = [
  'Trang “Nhiệm vụ” liệt kê các nhiệm vụ đơn vị đang chủ trì: chọn tình trạng của từng nhiệm vụ; nhiệm vụ chưa hoàn thành phải ghi nguyên nhân.',
  'The sheet “Nhiệm vụ” lists the open tasks that the unit leads: choose the state of each; a task that is not done needs its cause.',
];

function dueWords({ day, moved }: Due): [string, string] {
  const [vi, en] = [`Hạn nộp: ${day.split('-').reverse().join('/')}.`, `Due on ${day}.`];
  return moved ? [`${vi} ${moved.why.vi}`, `${en} ${moved.why.en}`] : [vi, en];
}

/** The rules that can find something in this form and period, and that say so. */
export function shownRules({
  form,
  catalog,
  period,
}: Pick<TemplateAsk, 'form' | 'catalog' | 'period'>): Rule[] {
  const required = form.indicators.map(({ indicator }) => catalog.indicators.get(indicator) as Indicator);
  const asked = { required, maxima: mostPoints(catalog, form) };
  return rules.filter(({ state, periods, concerns }) => {
    const isShown = state === 'blocking' || state === 'warning';
    return isShown && isWithin(periods, period.code) && (concerns?.(asked) ?? true);
  });
}

function indicatorLine({ id, names, unit, source }: Indicator): Line {
  const [where, ...remarks] = source.split('; ');
  const said = remarks.flatMap((remark) => remarkWords.get(remark) ?? []);
  return {
    texts: [
      id,
      `${names.vi} (${unit}). Nguồn: ${[where, ...said].join('; ')}`,
      `${names.en} (${unitWords.get(unit) ?? unit}). Source: ${source}`,
    ],
    style: plain,
  };
}

/** What the catalogue remarks on a source, in Vietnamese. */
export const remarkWords: ReadonlyMap<string, string> = new Map([
  ['rule not published: reported as a score', 'cách tính chưa công bố nên báo cáo bằng điểm'],
  ['numerator and denominator inferred', 'tử số và mẫu số được suy ra từ tên chỉ tiêu'],
  ['wording partly inferred', 'một phần tên gọi được suy ra'],
]);

/** The catalogue's units of measure in English, but for those that are the same. */
export const unitWords: ReadonlyMap<string, string> = new Map([
  ['điểm', 'points'],
  ['doanh nghiệp', 'firms'],
  ['điểm phục vụ', 'service points'],
  ['giao dịch', 'transactions'],
  ['thứ hạng', 'rank'],
  ['Thứ bậc', 'rank'],
  ['%/năm', '% a year'],
  ['% GDP', '% of GDP'],
  ['% dân số', '% of the population'],
  ['% tổng chi NSNN', '% of state budget expenditure'],
  ['đồng', 'VND'],
  ['triệu đồng', 'million VND'],
  ['nghìn người', 'thousand people'],
  ['Người/vạn dân', 'people per 10,000 inhabitants'],
  ['Số doanh nghiệp/1000 dân', 'firms per 1,000 inhabitants'],
  ['Doanh nghiệp', 'firms'],
  ['Tổ chức', 'organisations'],
  ['Tổ chức, doanh nghiệp', 'organisations and firms'],
  ['Thành phố, Tỉnh', 'cities and provinces'],
  ['Cơ sở', 'facilities'],
  ['Sàn dữ liệu', 'data exchanges'],
  ['Trung tâm dữ liệu quốc gia', 'national data centres'],
  ['Tuyến cáp quang biển', 'submarine fibre cables'],
  ['chứng thư', 'certificates'],
  ['dịch vụ', 'services'],
  ['thuê bao', 'subscriptions'],
  ['thương nhân', 'merchants'],
  ['cuộc họp', 'meetings'],
  ['chức danh', 'position held'],
  ['mô tả', 'description'],
  ['Chỉ số phát triển con người (HDI)', 'Human Development Index (HDI)'],
]);
