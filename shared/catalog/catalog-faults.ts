/**
 * What may be wrong with a draft of the catalogue, each with its sentence: what it means and what to do. Where it is
 * stands beside it.
 */
export const catalogFaults = {
  shape: {
    vi: 'Nội dung tại đây không đúng mẫu.',
    en: 'What stands here is not of the expected shape.',
  },
  inconsistent: {
    vi: 'Nội dung mâu thuẫn với phần khác của danh mục, hoặc nhắc đến mục không có.',
    en: 'This contradicts another part of the catalogue, or names what does not exist.',
  },
  'version-not-newer': {
    vi: 'Số phiên bản phải lớn hơn phiên bản đang công bố (NĂM.SỐ, ví dụ 2026.4).',
    en: 'The version must be newer than the published one (YEAR.NUMBER, as 2026.4).',
  },
  'unit-removed': {
    vi: 'Không được xóa đơn vị đã công bố; nếu đơn vị kết thúc, hãy ghi ngày cuối cùng và đơn vị kế thừa.',
    en: 'A published unit cannot be removed; where it ends, write its last day and its successor.',
  },
  'unit-past-changed': {
    vi: 'Không được sửa quá khứ của đơn vị: loại, mã, mã ở các hệ thống khác, ngày bắt đầu, tên đã dùng, ngày kết thúc đã qua và đơn vị kế thừa.',
    en: "A unit's past cannot change: kind, code, codes in other systems, first day, names that were borne, a last day that is over, successors.",
  },
  'unit-ended-in-past': {
    vi: 'Ngày cuối cùng của đơn vị không được ở trong quá khứ: số liệu đã nộp sẽ không còn đơn vị.',
    en: "A unit's last day cannot be set in the past: figures that were submitted would lose their unit.",
  },
  'indicator-removed': {
    vi: 'Không được xóa chỉ tiêu đã được yêu cầu báo cáo; hãy lập phiên bản biểu mẫu mới không có chỉ tiêu này.',
    en: 'An indicator that was asked for cannot be removed; make a new version of the form without it.',
  },
  'indicator-changed': {
    vi: 'Không được đổi loại, đơn vị tính, chiều, giá trị lớn nhất hoặc cách cộng dồn của chỉ tiêu đã dùng dưới cùng một mã; hãy lập chỉ tiêu mới với mã mới.',
    en: "A used indicator's kind, unit, direction, greatest value and way of adding up cannot change under the same id; make a new indicator with a new id.",
  },
  'form-removed': {
    vi: 'Không được xóa phiên bản biểu mẫu đã được yêu cầu báo cáo; hãy ghi kỳ cuối cùng.',
    en: 'A version of a form that was asked for cannot be removed; write its last period.',
  },
  'form-asked-changed': {
    vi: 'Không được sửa phiên bản biểu mẫu đã được yêu cầu báo cáo; hãy lập phiên bản mới cho các kỳ sau.',
    en: 'A version of a form that was asked for cannot change; make a new version for later periods.',
  },
  'form-closed-in-past': {
    vi: 'Kỳ cuối cùng của biểu mẫu không được trước kỳ đã bắt đầu.',
    en: "A form's last period cannot be before one that has begun.",
  },
  'scorecard-removed': {
    vi: 'Không được xóa bộ chỉ số của biểu mẫu đã được yêu cầu báo cáo.',
    en: 'A scorecard of a form that was asked for cannot be removed.',
  },
  'scorecard-asked-changed': {
    vi: 'Không được đổi cách tính điểm của các kỳ đã yêu cầu báo cáo; hãy lập biểu mẫu mới và phiên bản bộ chỉ số mới cho biểu mẫu đó.',
    en: 'Points of periods that were asked for cannot be given otherwise; make a new form, and a new version of the scorecard for it.',
  },
  'meeting-removed': {
    vi: 'Không được xóa phiên họp đã diễn ra.',
    en: 'A meeting that is over cannot be removed.',
  },
  'meeting-past-changed': {
    vi: 'Không được đổi kỳ báo cáo của phiên họp đã diễn ra.',
    en: 'Of a meeting that is over, the periods cannot change.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type CatalogFaultCode = keyof typeof catalogFaults;

/** One fault of a draft: data, never thrown. */
export type CatalogFault = {
  code: CatalogFaultCode;
  /** `units`, `indicators`, `forms` … */
  section: string;
  /** The entry's id, or its code and version; null: the section as a whole, or not known. */
  entry: string | null;
  /** Where in the document, or in the entry: `names.0.vi`. */
  path: string | null;
  got: string | null;
  expected: string | null;
  message: { vi: string; en: string };
};

/** A fault with its sentence. */
export function catalogFault(
  code: CatalogFaultCode,
  {
    section,
    entry = null,
    path = null,
    got = null,
    expected = null,
  }: Partial<CatalogFault> & { section: string },
): CatalogFault {
  return { code, section, entry, path, got, expected, message: catalogFaults[code] };
}
