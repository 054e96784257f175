import { connect } from 'node:tls';
import { uploadKey } from '../../shared/aws/keys.ts';
import { ask, type Check, type Finding, failed, notRun, ok } from './check.ts';

/** Signed URLs are refused from 15 minutes of difference on; long before that something is wrong. */
const skewSeconds = 60;
const certificateDays = 14;

/** How the service is reached: answers at all, by TLS, with a right clock, and no bucket without a signature. */
export const transportChecks: readonly Check[] = [
  { name: 'tls', run: ({ url }) => tls(url) },
  {
    name: 'clock',
    run: async ({ url }) => {
      const date = (await ask(`${url}/v1/public/meetings`)).headers.get('date');
      const seconds = Math.abs(Date.parse(date ?? '') - Date.now()) / 1000;
      if (seconds <= skewSeconds) return ok(`${Math.round(seconds)} s`);
      return failed(date ?? 'no Date', {
        vi: `Đồng hồ lệch hơn ${skewSeconds} giây: URL đã ký sẽ bị coi là hết hạn hoặc chưa có hiệu lực; chỉnh giờ máy này.`,
        en: `Clocks differ by more than ${skewSeconds} s: signed URLs will be taken for expired or not yet valid; set this machine's clock.`,
      });
    },
  },
  {
    name: 'unsigned-upload-refused',
    run: async ({ uploads }) => {
      if (uploads === null) {
        return notRun({
          vi: 'không biết địa chỉ kho tệp: thêm --uploads, hoặc dùng --stage',
          en: 'the address of the uploads bucket is not known: add --uploads, or use --stage',
        });
      }
      const object = `${uploads}/${uploadKey('0'.repeat(32))}`;
      const read = await ask(object);
      const written = await ask(object, { method: 'PUT', body: 'doctor' });
      const listed = await ask(`${uploads}/?list-type=2`);
      const statuses = [read, written, listed].map(({ status }) => status);
      if (statuses.every((status) => status === 403)) return ok('403');
      return failed(`GET, PUT, list: ${statuses.join(', ')}`, {
        vi: 'Kho tệp phải từ chối (403) mọi yêu cầu không có chữ ký: kiểm tra chính sách và chặn truy cập công khai của kho.',
        en: "The bucket must refuse (403) whatever is not signed: check its policy and its block of public access, and the bucket's address.",
      });
    },
  },
];

/** The first of all: whether anything answers there. */
export const reachable: Check = {
  name: 'reachable',
  run: async ({ url }) => {
    const { status } = await ask(`${url}/v1/public/meetings`);
    return status < 500 ? ok(`${status}`) : failed(`${status}`, nothingThere);
  },
};
const nothingThere = {
  vi: 'API không phục vụ được: xem mục api-errors của docs/runbook.md.',
  en: 'The API cannot serve: see api-errors in docs/runbook.md.',
};

async function tls(url: string): Promise<Finding> {
  const { protocol, hostname, port } = new URL(url);
  if (protocol === 'http:') {
    if (hostname === '127.0.0.1' || hostname === 'localhost') return ok('loopback');
    return failed('http', {
      vi: 'Địa chỉ không dùng TLS: chỉ dùng địa chỉ https.',
      en: 'The address is without TLS: use the https address only.',
    });
  }
  const { version, validTo } = await handshake(hostname, Number(port || 443));
  const daysLeft = (Date.parse(validTo) - Date.now()) / 86_400_000;
  if (daysLeft >= certificateDays) return ok(`${version}, ${Math.floor(daysLeft)} days`);
  return failed(`certificate until ${validTo}`, {
    vi: 'Chứng thư sắp hết hạn: kiểm tra việc gia hạn tự động trong ACM (bản ghi DNS xác thực còn hay không).',
    en: 'The certificate ends soon: check its automatic renewal in ACM (is the DNS record still there?).',
  });
}

/** Connects by TLS 1.2 or later to a host whose certificate is good for its name. @throws Error otherwise */
function handshake(host: string, port: number): Promise<{ version: string; validTo: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: host, minVersion: 'TLSv1.2', timeout: 10_000 }, () => {
      resolve({ version: socket.getProtocol() ?? '', validTo: socket.getPeerCertificate().valid_to });
      socket.end();
    });
    socket.on('timeout', () => socket.destroy(new Error('no TLS handshake within 10 s')));
    socket.on('error', reject);
  });
}
