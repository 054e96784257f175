/**
 * The forms of the two sessions, constructed for this story: what the published figures would have been asked by.
 * They are drafted and published through the API, as the secretariat would.
 */

const source = 'Dựng cho kiểm thử: biểu mẫu của phiên họp không được công bố';
const indicator = (id: string, kind: string, unit: string, vi: string, en: string, pillar: string) => ({
  id,
  kind,
  unit,
  direction: 'up',
  names: { vi, en },
  source,
  pillar,
});

export const indicators = [
  indicator(
    'S2-BOARD',
    'yes-no',
    'có/không',
    'Đã thành lập Ban Chỉ đạo về chuyển đổi số',
    'Has a steering board for digital transformation',
    'foundation',
  ),
  indicator(
    'S2-PLAN',
    'yes-no',
    'có/không',
    'Đã ban hành kế hoạch chuyển đổi số 5 năm',
    'Has issued a five-year plan of digital transformation',
    'foundation',
  ),
  indicator(
    'S2-COMMUNES',
    'ratio',
    '%',
    'Tỷ lệ xã đã kết nối mạng truyền số liệu chuyên dùng',
    'Communes on the dedicated data network',
    'government',
  ),
  indicator(
    'S2-INVOICES',
    'count',
    'hóa đơn',
    'Số hóa đơn điện tử đã phát hành',
    'Electronic invoices issued',
    'economy',
  ),
  indicator(
    'S2-FIRMS',
    'count',
    'doanh nghiệp',
    'Số doanh nghiệp công nghệ số',
    'Digital technology firms',
    'economy',
  ),
  indicator(
    'S3-SERVICES',
    'ratio',
    '%',
    'Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ',
    'Online public services for which dossiers were filed',
    'government',
  ),
  indicator(
    'S3-DOSSIERS',
    'ratio',
    '%',
    'Tỷ lệ hồ sơ được xử lý trực tuyến',
    'Dossiers processed online',
    'government',
  ),
];

const form = (
  code: string,
  of: { vi: string; unitKind: 'province' | 'ministry'; period: string; kind: 'quarter' | 'half' | 'year' },
  asked: readonly string[],
  reporters?: string[],
) => ({
  code,
  version: 1,
  names: { vi: of.vi, en: `Constructed form of the story: ${code}` },
  unitKind: of.unitKind,
  periodKind: of.kind,
  window: 'administrative',
  from: of.period,
  to: of.period,
  ...(reporters ? { reporters } : {}),
  groups: [{ code: 'S', names: { vi: 'Số liệu của phiên họp', en: 'Figures of the session' } }],
  indicators: asked.map((one) => ({ indicator: one, group: 'S' })),
});

const quarter = { period: '2022-Q1', kind: 'quarter' } as const;
const half = { period: '2022-H1', kind: 'half' } as const;

export const forms = {
  provincesFirstQuarter: form(
    'phien2-tinh',
    { vi: 'Biểu quý I/2022 của các tỉnh, thành phố (dựng)', unitKind: 'province', ...quarter },
    ['S2-BOARD', 'S2-PLAN', '411-03', '411-06', 'S2-COMMUNES', 'S2-INVOICES', 'S2-FIRMS'],
  ),
  ministriesFirstQuarter: form(
    'phien2-bo',
    { vi: 'Biểu quý I/2022 của các bộ, ngành (dựng)', unitKind: 'ministry', ...quarter },
    ['S2-BOARD', 'S2-PLAN'],
  ),
  provincesFirstHalf: form(
    'phien3-tinh',
    { vi: 'Biểu 6 tháng đầu năm 2022 của các tỉnh, thành phố (dựng)', unitKind: 'province', ...half },
    ['411-03', '411-06', 'S3-SERVICES', 'S3-DOSSIERS'],
  ),
  ministriesFirstHalf: form(
    'phien3-bo',
    { vi: 'Biểu 6 tháng đầu năm 2022 của các bộ, ngành (dựng)', unitKind: 'ministry', ...half },
    ['S2-BOARD'],
  ),
  nationFirstHalf: form(
    'phien3-quoc-gia',
    { vi: 'Số liệu quốc gia 6 tháng đầu năm 2022 (dựng)', unitKind: 'ministry', ...half },
    ['H1-2022-01', 'H1-2022-02', 'H1-2022-03', 'H1-2022-08', 'H1-2022-09'],
    ['ministry:BTTTT'],
  ),
  provincesYear: form(
    'phien4-tinh',
    {
      vi: 'Biểu năm 2022 của các tỉnh, thành phố (dựng)',
      unitKind: 'province',
      period: '2022',
      kind: 'year',
    },
    ['411-03', '411-06'],
  ),
};
