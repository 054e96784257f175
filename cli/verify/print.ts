import { frozenNameText } from '../../shared/briefing/snapshot.ts';
import type { Lang } from '../usage.ts';
import type { Fault } from './fault.ts';
import type { Recomputed } from './recompute.ts';
import { holds, type Verification } from './verify-chain.ts';

/** Differences that are listed of one document; all of them with `--json`. */
const listed = 20;

/** A verification in words, as lines. */
export function verificationText(verification: Verification, lang: Lang): string {
  const { meeting, snapshot, chain } = verification;
  const { reports, rawFiles, pages, documents } = chain.checked;
  return [
    words.head[lang](meeting, snapshot),
    '',
    words.chain[lang],
    `  ${(chain.intact ? words.intact : words.broken)[lang]}`,
    `  ${words.checked[lang](reports, rawFiles, pages, documents)}`,
    ...chain.faults.map((fault) => `  ✗ ${faultText(fault, lang)}`),
    '',
    words.today[lang],
    ...todayLines(verification, lang).map((line) => `  ${line}`),
    '',
    (holds(verification) ? words.holds : words.holdsNot)[lang],
  ].join('\n');
}

function todayLines({ today }: Verification, lang: Lang): string[] {
  if (!today) return [words.nothing[lang]];
  const { then, now, sameEngine } = today;
  return [
    words.versions[lang](`${then.engine} (${then.code})`, `${now.engine} (${now.code})`),
    ...(sameEngine ? [] : [words.otherEngine[lang]]),
    ...(today.agrees ? [words.agrees[lang]] : differenceLines(today, lang)),
  ];
}

function differenceLines({ notReread, pages, documents }: Recomputed, lang: Lang): string[] {
  return [
    ...notReread.map((one) => `✗ ${words.notReread[lang](slotText(one), words.why[one.why][lang])}`),
    ...pages.map((page) => `✗ ${words.page[page.now][lang](slotText(page), page.page)}`),
    ...documents.flatMap(({ document, differences }) => [
      `✗ ${words.document[lang](frozenNameText(document))}`,
      ...differences
        .slice(0, listed)
        .map(({ at, old, new: now }) => `    ${at}: ${old ?? '–'} → ${now ?? '–'}`),
      ...(differences.length > listed ? [`    … ${words.more[lang](differences.length - listed)}`] : []),
    ]),
  ];
}

/** One fault: what it is of, and what is wrong with it. */
export function faultText({ what, wrong, of, expected, found }: Fault, lang: Lang): string {
  const { unit, form, period, submission, page, document, snapshot, part } = of;
  const about = [
    ...(unit === undefined ? [] : [`${unit} · ${form} · ${period}`]),
    ...(page === undefined ? [] : [page]),
    ...(document === undefined ? [] : [frozenNameText(document)]),
    ...(document === undefined && snapshot !== undefined ? [snapshot] : []),
    ...(submission === undefined ? [] : [submission]),
    ...(part === undefined ? [] : [part]),
  ];
  const two = expected === null && found === null ? '' : ` (${expected ?? '–'} → ${found ?? '–'})`;
  return `${words.what[what][lang]}: ${about.join(' · ')}: ${words.wrong[wrong][lang]}${two}`;
}

function slotText({ unit, form, period }: { unit: string; form: string; period: string }): string {
  return `${unit} · ${form} · ${period}`;
}

const words = {
  head: {
    vi: (meeting: string, hash: string) => `Phiên họp ${meeting}, bản chốt ${hash}`,
    en: (meeting: string, hash: string) => `Meeting ${meeting}, snapshot ${hash}`,
  },
  chain: { vi: '1. Chuỗi dữ liệu có nguyên vẹn không', en: '1. Is the chain intact' },
  intact: { vi: 'Nguyên vẹn.', en: 'Intact.' },
  broken: { vi: 'KHÔNG nguyên vẹn:', en: 'NOT intact:' },
  checked: {
    vi: (reports: number, files: number, pages: number, documents: number) =>
      `Đã kiểm ${reports} báo cáo, ${files} tệp gốc, ${pages} trang số liệu, ${documents} tài liệu đã chốt.`,
    en: (reports: number, files: number, pages: number, documents: number) =>
      `Checked: ${reports} reports, ${files} raw files, ${pages} pages, ${documents} frozen documents.`,
  },
  today: {
    vi: '2. Đọc lại tệp gốc và tính lại, hôm nay ra gì',
    en: '2. Read again and computed again, what comes out today',
  },
  nothing: {
    vi: 'Không còn đủ dữ liệu đọc được để tính lại và đối chiếu.',
    en: 'Too little can be read any more to compute it again and compare.',
  },
  versions: {
    vi: (then: string, now: string) => `Khi chốt: bộ tính ${then} · hôm nay: ${now}`,
    en: (then: string, now: string) => `When frozen: engine ${then} · today: ${now}`,
  },
  otherEngine: {
    vi: 'Bộ tính khác phiên bản: khác biệt (nếu có) chỉ để biết, kết luận theo chuỗi dữ liệu.',
    en: 'Another version of the engine: differences are told, and the chain alone decides.',
  },
  agrees: { vi: 'Mọi số liệu trùng khớp từng bit.', en: 'Every figure agrees, bit for bit.' },
  notReread: {
    vi: (slot: string, why: string) => `Không đọc lại được tệp gốc của ${slot}: ${why}`,
    en: (slot: string, why: string) => `The raw file of ${slot} could not be read again: ${why}`,
  },
  why: {
    file: { vi: 'tệp không còn là tệp đã ký', en: 'it is not the file that was signed' },
    context: { vi: 'thiếu tài liệu đối chiếu khi đọc', en: 'what it was held against is not there' },
  },
  page: {
    changed: {
      vi: (slot: string, page: string) => `Trang ${page} của ${slot} nay đọc ra khác`,
      en: (slot: string, page: string) => `Page ${page} of ${slot} is read otherwise today`,
    },
    gone: {
      vi: (slot: string, page: string) => `Trang ${page} của ${slot} có khi chốt, nay tệp gốc không cho ra`,
      en: (slot: string, page: string) =>
        `Page ${page} of ${slot} was frozen, and its raw file does not give it`,
    },
    new: {
      vi: (slot: string, page: string) => `Trang ${page} của ${slot} có trong tệp gốc, không có khi chốt`,
      en: (slot: string, page: string) => `Page ${page} of ${slot} is in its raw file, and was not frozen`,
    },
  },
  document: {
    vi: (name: string) => `Tài liệu ${name} nay tính ra khác:`,
    en: (name: string) => `The document ${name} comes out otherwise today:`,
  },
  more: {
    vi: (count: number) => `và ${count} chỗ nữa (--json)`,
    en: (count: number) => `and ${count} more (--json)`,
  },
  holds: { vi: 'KẾT LUẬN: đúng.', en: 'RESULT: it holds.' },
  holdsNot: { vi: 'KẾT LUẬN: KHÔNG đúng.', en: 'RESULT: it does NOT hold.' },
  what: {
    snapshot: { vi: 'Bản chốt', en: 'Snapshot' },
    manifest: { vi: 'Bảng kê của bản chốt', en: "The snapshot's manifest" },
    document: { vi: 'Tài liệu trong bản chốt', en: 'Document in the snapshot' },
    'frozen-document': { vi: 'Tài liệu đã chốt (bản để gửi)', en: 'Frozen document, as it is sent' },
    catalog: { vi: 'Danh mục', en: 'Catalogue' },
    previous: { vi: 'Bản chốt của phiên trước', en: 'Snapshot of the meeting before' },
    report: { vi: 'Báo cáo', en: 'Report' },
    'raw-file': { vi: 'Tệp gốc', en: 'Raw file' },
    statement: { vi: 'Xác nhận không phát sinh', en: 'Statement of a nil return' },
    page: { vi: 'Trang số liệu', en: 'Page' },
  },
  wrong: {
    missing: { vi: 'không còn', en: 'is not there' },
    changed: { vi: 'đã bị thay đổi', en: 'was changed' },
    unreadable: { vi: 'không đọc được nữa', en: 'can no longer be read' },
    unknown: { vi: 'không có trong bảng kê', en: 'is not in the manifest' },
  },
} as const;
