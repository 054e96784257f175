import { ask, type Check, failed, notRun, ok, problemCode } from './check.ts';

/** What must hold of the API as a whole. */
export const apiChecks: readonly Check[] = [
  {
    name: 'unknown-parameter-refused',
    run: async ({ url }) => {
      const answer = await ask(`${url}/v1/public/catalog/units?nonsense=1`);
      const code = problemCode(answer);
      if (answer.status === 400 && code === 'parameter-malformed') return ok('400 parameter-malformed');
      return failed(`${answer.status} ${code ?? ''}`.trim(), {
        vi: 'Tham số lạ không bị từ chối: phiên bản đang chạy không phải phiên bản này; triển khai lại.',
        en: 'An unknown parameter is not refused: another version than this one runs; deploy again.',
      });
    },
  },
  {
    name: 'forged-token-refused',
    run: async ({ url }) => {
      const { status } = await ask(`${url}/v1/meetings`, { headers: { authorization: `Bearer ${forged}` } });
      if (status === 401) return ok('401');
      return failed(`${status}`, {
        vi: 'Mã đăng nhập không có chữ ký không bị từ chối: ngừng dịch vụ và kiểm tra bộ xác thực của API.',
        en: "A token without a signature is not refused: stop the service and check the API's authoriser.",
      });
    },
  },
  { name: 'public-scorecard', run: ({ url }) => publicScorecard(url) },
  { name: 'etag', run: ({ url }) => etag(url) },
  {
    name: 'portal-allowed',
    run: async ({ url, origin }) => {
      if (origin === null) {
        return notRun({
          vi: 'không biết địa chỉ cổng: thêm --origin, hoặc dùng --stage',
          en: "the portal's origin is not known: add --origin, or use --stage",
        });
      }
      const own = await preflight(url, origin);
      const foreign = await preflight(url, 'https://attacker.invalid');
      if (own === origin && foreign === null) return ok(origin);
      return failed(`${origin}: ${own ?? 'none'}; another origin: ${foreign ?? 'none'}`, {
        vi: 'API phải cho phép trình duyệt từ địa chỉ cổng và không từ nơi nào khác: sửa portalOrigin rồi triển khai lại.',
        en: 'The API must admit browsers from the portal and from nowhere else: mend portalOrigin and deploy again.',
      });
    },
  },
];

/** `alg: none`, for a secretariat that nobody signed in. */
const forged = [
  { alg: 'none', typ: 'JWT' },
  { sub: 'doctor', 'cognito:groups': ['secretariat'], exp: 4_102_444_800 },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('AA')
  .join('.');

type Scorecard = { coverage: { expected: number; counted: number } };

async function publicScorecard(url: string) {
  const [first] = await scorecardAddresses(url);
  const answer = first === undefined ? undefined : await ask(first);
  if (answer?.status === 200) {
    const { coverage } = JSON.parse(answer.text) as Scorecard;
    if (coverage.expected > 0) {
      return ok(`${coverage.counted}/${coverage.expected}`);
    }
  }
  return failed(answer ? `${answer.status}` : 'no meeting has a scorecard', {
    vi: 'Không đọc được bảng điểm công khai: xem nhật ký của hàm ReadPublic và bảng DynamoDB.',
    en: 'The public scorecard cannot be read: see the log of ReadPublic, and the table.',
  });
}

/** A public document has a strong ETag, and is not sent twice to whoever has it. */
async function etag(url: string) {
  const [address = ''] = await scorecardAddresses(url);
  const tag = (await ask(address)).headers.get('etag');
  const again = tag === null ? null : await ask(address, { headers: { 'if-none-match': tag } });
  if (tag?.startsWith('"') && again?.status === 304) return ok('304');
  return failed(`${tag ?? 'no ETag'} ${again?.status ?? ''}`.trim(), {
    vi: 'ETag mạnh phải cho câu trả lời 304: kiểm tra máy chủ trung gian trước API.',
    en: 'A strong ETag must be answered with 304: check what stands between here and the API.',
  });
}

type Meeting = { periods: string[]; scorecards: string[] };

type Version = { code: string; form: string; from: string };

/** The scorecards of the calendar's meetings, the newest meeting first; before any is planned, those of the catalogue. */
async function scorecardAddresses(url: string): Promise<string[]> {
  const list = async <T>(of: string) =>
    (JSON.parse((await ask(`${url}/v1/public/${of}`)).text) as { items: T[] }).items;
  const planned = (await list<Meeting>('meetings')).flatMap(({ periods, scorecards }) =>
    scorecards.flatMap((code) => periods.map((period) => `${url}/v1/public/scorecards/${code}/${period}`)),
  );
  if (planned.length > 0) return planned;
  const [scorecards, forms] = await Promise.all([
    list<Version>('catalog/scorecards'),
    list<Version>('catalog/forms'),
  ]);
  return scorecards.flatMap(({ code, form }) => {
    const { from } = forms.find((one) => one.code === form) ?? {};
    return from === undefined ? [] : [`${url}/v1/public/scorecards/${code}/${from}`];
  });
}

/** The origin that a browser would be told it may ask from. */
async function preflight(url: string, origin: string): Promise<string | null> {
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type,idempotency-key',
  };
  const answer = await ask(`${url}/v1/submissions`, { method: 'OPTIONS', headers });
  return answer.headers.get('access-control-allow-origin');
}
