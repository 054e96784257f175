import type { Briefing, Cell, ChartBlock, Section, TableBlock } from '../../../shared/briefing/content.ts';
import { voiceOf } from '../../../shared/briefing/voice.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';

/** How much a constructed briefing holds: its texts and figures are made up, only the form is meant. */
export type Size = { units: number; indicators: number };

const hash = '3f1c7b0a9e5d42c86b7f0e1d2c3b4a5968778695a4b3c2d1e0f1029384756af0';

type Language = Briefing['language'];

/** A briefing of the shape of a real one: every kind of block, long Vietnamese texts, gaps, a table for the annex. */
export function constructedBriefing(
  language: Language,
  size: Size = { units: 34, indicators: 24 },
): Briefing {
  const say = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const names = unitNames(language, size.units);
  return {
    schema: 'briefing/1',
    language,
    snapshot: hash,
    meeting: { id: 'ubqg-11', number: 11, date: '2026-10-15' },
    letterhead: {
      issuer: say('ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ', 'NATIONAL COMMITTEE ON DIGITAL TRANSFORMATION'),
      number: say('Số:        /BC-UBQGCĐS', 'No.:        /BC-UBQGCĐS'),
      country: say('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'SOCIALIST REPUBLIC OF VIET NAM'),
      motto: say('Độc lập - Tự do - Hạnh phúc', 'Independence - Freedom - Happiness'),
      placeAndDate: say('Hà Nội, ngày 15 tháng 10 năm 2026', 'Hanoi, 15 October 2026'),
    },
    title: say('BÁO CÁO', 'REPORT'),
    subject: say(
      'Kết quả chuyển đổi số quý III năm 2026 phục vụ Phiên họp lần thứ 11 của Ủy ban Quốc gia về chuyển đổi số',
      'Results of digital transformation in the third quarter of 2026, for the 11th session of the National Committee',
    ),
    preface: [
      say('Số liệu trong tài liệu này được dựng để thử.', 'The figures in this document are constructed.'),
    ],
    foot: say('Lập từ bản chốt số liệu ', 'Made from the snapshot ') + hash,
    sections: [
      coverage(language, names),
      pillars(language, names),
      tasks(language, names),
      annex(language, names, size),
    ],
    closing: {
      recipients: {
        head: say('Nơi nhận:', 'To:'),
        lines: [
          say('- Các Ủy viên Ủy ban;', '- Members of the Committee;'),
          say('- Lưu: VT, TTTH.', '- Archive.'),
        ],
      },
      signature: [say('TM. ỦY BAN', 'FOR THE COMMITTEE'), say('THƯ KÝ ỦY BAN', 'SECRETARY')],
    },
  };
}

function unitNames(language: Language, count: number): string[] {
  const provinces = [...catalog.units.values()].filter(({ kind }) => kind === 'province');
  const named = provinces.map(({ names }) => names.at(-1)?.[language] ?? '');
  return [...new Set(named)].slice(0, count);
}

/** A made-up figure that is the same in every run; every seventeenth is missing. */
function figureOf(row: number, column: number): string | null {
  const number = (row * 7919 + column * 104_729) % 10_000;
  return number % 17 === 0 ? null : `${Math.floor(number / 100)}.${String(number % 100).padStart(2, '0')}`;
}

function cellOf(value: string | null, language: Language): Cell {
  return value === null ? { text: '—' } : { text: voiceOf(language).number(value), value };
}

function coverage(language: Language, names: readonly string[]): Section {
  const vi = language === 'vi';
  const rows: Cell[][] = names.map((name, at) => [
    { text: String(at + 1), value: String(at + 1) },
    { text: name },
    { text: at % 9 === 4 ? (vi ? 'Chưa nộp' : 'Missing') : vi ? 'Đúng hạn' : 'On time' },
    { text: at % 9 === 4 ? '' : `${(at % 28) + 1}/9/2026` },
    { text: String(at % 3), value: String(at % 3) },
  ]);
  const heads = vi
    ? ['STT', 'Đơn vị', 'Tình trạng', 'Ngày ký', 'Số lần sửa']
    : ['No.', 'Unit', 'State', 'Signed on', 'Revisions'];
  return {
    id: 'coverage',
    heading: vi ? 'I. Tình hình gửi số liệu' : 'I. Coverage',
    blocks: [
      { kind: 'paragraph', text: vi ? longText : longEnglish },
      {
        kind: 'list',
        items: vi
          ? ['Đúng hạn: 30 đơn vị;', 'Chưa nộp: 4 đơn vị, trong đó không đơn vị nào xin gia hạn.']
          : ['On time: 30 units;', 'Missing: 4 units, none of which asked for more time.'],
      },
      {
        kind: 'table',
        id: 'coverage',
        caption: vi ? 'Tình hình gửi báo cáo theo đơn vị' : 'Reports by unit',
        columns: columnsOf(heads, ['center', 'start', 'center', 'center', 'end'], [1, 5, 3, 3, 2]),
        rows,
        note: vi
          ? 'Số liệu dựng để thử, không phải của các đơn vị.'
          : 'Constructed for a test: no unit reported this.',
      },
    ],
  };
}

function pillars(language: Language, names: readonly string[]): Section {
  const vi = language === 'vi';
  const one = names.map((_, at) => figureOf(at, 1));
  const chart: ChartBlock = {
    kind: 'chart',
    id: 'totals',
    caption: vi
      ? 'Tổng điểm của các đơn vị, quý III năm 2026'
      : 'Total scores of the units, third quarter of 2026',
    shape: 'bars',
    unit: vi ? 'điểm' : 'points',
    categories: [...names],
    series: [{ name: vi ? 'Quý III' : 'Third quarter', values: one }],
  };
  const groups: ChartBlock = {
    kind: 'chart',
    id: 'groups',
    caption: vi ? 'Trung bình cả nước theo trụ cột' : 'National means by pillar',
    shape: 'columns',
    unit: '%',
    categories: vi
      ? ['Hạ tầng số', 'Nhân lực số', 'Chính quyền số', 'Kinh tế số', 'Xã hội số']
      : ['Infrastructure', 'People', 'Government', 'Economy', 'Society'],
    series: [
      { name: vi ? 'Quý II' : 'Second quarter', values: ['61.5', '44', '82.75', null, '58.1'] },
      { name: vi ? 'Quý III' : 'Third quarter', values: ['66.25', '47.5', '88', '39.4', '61'] },
    ],
  };
  const changes: ChartBlock = {
    ...chart,
    id: 'changes',
    caption: vi ? 'Thay đổi so với phiên trước' : 'Change since the last session',
    categories: names.slice(0, 8),
    series: [
      {
        name: vi ? 'Thay đổi' : 'Change',
        values: ['12.5', '9.1', '4', '0', '-1.25', '-3', '-8.75', '-1234.5'].map((each, at) =>
          at === 7 ? '-11.5' : each,
        ),
      },
    ],
  };
  return {
    id: 'pillars',
    heading: vi ? 'II. Kết quả theo trụ cột' : 'II. Results by pillar',
    blocks: [{ kind: 'paragraph', text: vi ? longText : longEnglish }, groups, chart, changes],
  };
}

function tasks(language: Language, names: readonly string[]): Section {
  const vi = language === 'vi';
  const heads = vi
    ? ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Hạn', 'Kết quả', 'Nguyên nhân chưa đạt']
    : ['No.', 'Task', 'Lead', 'Due', 'Result', 'Cause'];
  const rows: Cell[][] = Array.from({ length: 27 }, (_, at) => [
    { text: String(at + 1) },
    { text: vi ? (taskTexts[at % taskTexts.length] as string) : longEnglish.slice(0, 90 + (at % 4) * 40) },
    { text: names[at % names.length] as string },
    { text: '30/9/2026' },
    { text: at < 15 ? (vi ? 'Hoàn thành' : 'Done') : vi ? 'Đang thực hiện' : 'Continuing' },
    {
      text:
        at < 15
          ? ''
          : vi
            ? 'Chưa bố trí đủ kinh phí; phần mềm dùng chung của Bộ chưa mở kết nối.'
            : 'No funds yet.',
    },
  ]);
  return {
    id: 'tasks',
    heading: vi ? 'III. Nhiệm vụ' : 'III. Tasks',
    blocks: [
      {
        kind: 'table',
        id: 'tasks',
        caption: vi ? 'Tình hình thực hiện 27 nhiệm vụ' : 'State of the 27 tasks',
        columns: columnsOf(
          heads,
          ['center', 'start', 'start', 'center', 'start', 'start'],
          [1, 6, 3, 2, 3, 5],
        ),
        rows,
      },
    ],
  };
}

function annex(language: Language, names: readonly string[], { indicators }: Size): Section {
  const vi = language === 'vi';
  const heads = [
    vi ? 'Đơn vị' : 'Unit',
    ...Array.from({ length: indicators }, (_, at) => `766.${Math.floor(at / 5) + 1}.${(at % 5) + 1}`),
  ];
  const table: TableBlock = {
    kind: 'table',
    id: 'annex',
    caption: vi ? 'Toàn bộ số liệu theo đơn vị và chỉ tiêu' : 'Every figure, by unit and indicator',
    columns: columnsOf(
      heads,
      heads.map((_, at) => (at === 0 ? 'start' : 'end')),
      heads.map((_, at) => (at === 0 ? 4 : 1)),
    ),
    rows: names.map((name, row) => [
      { text: name },
      ...Array.from({ length: indicators }, (_, at) => cellOf(figureOf(row, at), language)),
    ]),
  };
  return {
    id: 'annex',
    heading: vi ? 'Phụ lục' : 'Annex',
    annex: {
      title: vi ? 'SỐ LIỆU CHI TIẾT' : 'FIGURES IN DETAIL',
      attached: vi ? '(Kèm theo Báo cáo số    /BC-UBQGCĐS)' : '(Attached to Report No.    /BC-UBQGCĐS)',
    },
    blocks: [table],
  };
}

function columnsOf(
  heads: readonly string[],
  align: readonly TableBlock['columns'][number]['align'][],
  widths: readonly number[],
): TableBlock['columns'] {
  return heads.map((head, at) => ({ head, align: align[at] ?? 'start', width: widths[at] ?? 1 }));
}

const longText =
  'Đến thời điểm chốt số liệu, các bộ, cơ quan ngang bộ và Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương đã gửi báo cáo theo biểu mẫu ban hành kèm theo Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ; các đơn vị chưa gửi được nêu tên tại bảng dưới đây. Số liệu dựng để thử, không phải số liệu của các đơn vị.';
const longEnglish =
  'At the time of the cut-off the ministries and the people’s committees of the provinces and cities had reported by the form of Decision 766/QĐ-TTg; the units that had not are named in the table below. These figures are constructed for a test.';
const taskTexts = [
  'Hoàn thành việc kết nối, chia sẻ dữ liệu giữa Cơ sở dữ liệu quốc gia về dân cư với hệ thống thông tin giải quyết thủ tục hành chính của địa phương, bảo đảm 100% hồ sơ trực tuyến được đối soát tự động trước ngày 30 tháng 9.',
  'Ban hành kế hoạch bồi dưỡng kỹ năng số cho cán bộ, công chức cấp xã.',
  'Rà soát, công bố danh mục dịch vụ công trực tuyến toàn trình; cắt giảm ít nhất 30% thời gian xử lý so với quy định hiện hành, báo cáo Thủ tướng Chính phủ kết quả từng quý.',
];
