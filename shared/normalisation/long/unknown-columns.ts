import type { Asked } from '../asked.ts';
import { fold, tidy } from '../fold.ts';
import { isTotal } from '../layout/row-kind.ts';
import type { Ledger } from '../ledger.ts';
import type { AreaNames } from '../match/areas.ts';
import { matchUnit } from '../match/match-unit.ts';
import { unitFinding } from '../match/unit-finding.ts';
import { type ByteRecord, cellKinds } from '../records/byte-record.ts';

/** A column whose heading is not known. */
export type UnknownHeading = { column: number; text: string };

/** Columns about a row that do not change what its figures are of, folded. */
const harmless =
  /^(nguon|co quan|nguoi|can bo|don vi (chu tri|phoi hop|cung cap|thuc hien|nhap|phu trach|theo doi)|phong|email|thu dien tu|dien thoai|so dien thoai|ngai|thoi (gian|diem|han)|trang thai|tinh trang|nhom|tru cot|muc|phan|phu luc|van ban|can cu|cong thuc|cach tinh|phuong phap|dinh nghia|khai niem|giai thich|mo ta|dien giai|tan suat|chu ki|id|khoa|uuid|danh gia|nhan xet|xep (hang|loai)|link|duong dan|tai lieu|minh chung|file|tep|source|status|updated|created|contact|description|group)\b/;
/** Columns by which figures are broken down: even one value says that a row is not about the whole. */
const limiting =
  /^(linh vuc|nganh|loai|phan (loai|to|nhom)|pham vi|doi tuong|cap|chi tiet|giai doan|kich ban|phuong an|gioi tinh|do tuoi|khu vuc|vung|dia diem|thon|ap|to dan pho|scope|sector|type|level)\b/;
/** Values that say that a figure is not the period's own. */
const notActual =
  /\b(ke hoach|muc tieu|chi tieu giao|luy ke|lui ke|cong don|du kien|uoc|cung ki|ki truoc|nam truoc|plan|target)\b/;
/** Values that say that a figure is the whole, and what came true. */
const whole = /^(tat ca|toan bo|chung|thuc hien|thuc te|chinh thuc|ket qua|so lieu thuc te|all|actual)$/;
const place = /^(xa|phuong|dac khu|thi tran|huien|quan|thi xa|thon|ap|tinh|thanh pho|tp) \S/;

type State = UnknownHeading & {
  isLimiting: boolean;
  bytes: Uint8Array;
  shared: number;
  value: string | null;
};

/** Columns that are looked at; a table has a few. */
const most = 30;

/**
 * Watches the columns that a long table has beside its own. One that names a place, a plan or a part of the whole, or
 * that differs from row to row, may say that the figures are not the whole unit's of the period: it is asked.
 */
export class UnknownColumns {
  readonly #states: State[];
  readonly #told: { heading: UnknownHeading; value: string }[] = [];
  readonly #asked: Asked;
  readonly #areas: AreaNames;

  constructor(headings: readonly UnknownHeading[], asked: Asked, areas: AreaNames) {
    this.#asked = asked;
    this.#areas = areas;
    this.#states = headings
      .filter(({ text }) => !harmless.test(fold(text)))
      .slice(0, most)
      .map((heading) => {
        const isLimiting = limiting.test(fold(heading.text));
        return { ...heading, isLimiting, bytes: new Uint8Array(), shared: -1, value: null };
      });
  }

  /** The columns that `visit` needs to find in a record. */
  get columns(): number[] {
    return this.#states.map(({ column }) => column);
  }

  visit(record: ByteRecord, slots: Int32Array): void {
    for (let at = 0; at < this.#states.length; at += 1) {
      const state = this.#states[at] as State;
      const slot = slots[state.column] as number;
      if (slot < 0 || isKnown(state, record, slot)) continue;
      const text = tidy(record.cell(slot).text.slice(0, 200));
      const value = fold(text);
      if (value === '' || whole.test(value) || isTotal(text)) continue;
      if (state.value === null && !this.#isTelling(state, text, value)) {
        state.value = value;
        state.bytes = record.bytes.slice(record.starts[slot], record.ends[slot]);
        state.shared = record.kinds[slot] === cellKinds.shared ? (record.shared[slot] as number) : -1;
      } else if (state.value !== value) {
        this.#told.push({ heading: state, value: text });
        this.#states.splice(at, 1);
        at -= 1;
      }
    }
  }

  check(row: number, sheet: string | null, ledger: Ledger): void {
    for (const { heading, value } of this.#told) {
      const hint = { vi: `Trong cột có ghi: ${value}.`, en: `The column says: ${value}.` };
      ledger.find('scope-unclear', { sheet, row, column: heading.column }, heading.text, null, { hint });
    }
  }

  #isTelling({ isLimiting }: State, text: string, value: string): boolean {
    if (isLimiting || notActual.test(value) || place.test(value)) return true;
    if (this.#areas.find(text) !== undefined && !/^\d+$/.test(value)) return true;
    const found = matchUnit(this.#asked.units, text);
    return 'match' in found && unitFinding(found, this.#asked) !== undefined;
  }
}

/** True for a blank cell, a number, and the text that the column held before. */
function isKnown(state: State, record: ByteRecord, slot: number): boolean {
  const kind = record.kinds[slot];
  if (kind === cellKinds.shared) return record.shared[slot] === state.shared;
  const from = record.starts[slot] as number;
  const to = record.ends[slot] as number;
  if (from === to || kind === cellKinds.number) return true;
  let isNumber = true;
  let isSame = to - from === state.bytes.length;
  for (let at = from; at < to && (isNumber || isSame); at += 1) {
    const byte = record.bytes[at] as number;
    // Digits, and what stands between them: % + , - . /
    if (isNumber && !(byte >= 48 && byte <= 57) && !(byte >= 43 && byte <= 47) && byte !== 37 && byte !== 32)
      isNumber = false;
    if (isSame && byte !== state.bytes[at - from]) isSame = false;
  }
  return isNumber || isSame;
}
