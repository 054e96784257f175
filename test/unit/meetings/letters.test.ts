import { describe, expect, test } from '@jest/globals';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { digestLetter } from '../../../shared/meetings/mail/digest.ts';
import { openingLetter, reminderLetter } from '../../../shared/meetings/mail/reminder.ts';
import { unreachedLetter } from '../../../shared/meetings/mail/unreached.ts';
import type { OwedReport, Owing } from '../../../shared/meetings/owed.ts';
import { about, covered, meeting, unitOf } from './meeting-eleven.ts';

const service: OwedReport = {
  form: 'qd766',
  formNames: {
    vi: 'Chỉ số phục vụ người dân và doanh nghiệp (QĐ 766/QĐ-TTg)',
    en: 'Service index for citizens and business (QĐ 766/QĐ-TTg)',
  },
  period: '2026-Q3',
  periodNames: { vi: 'Quý III/2026', en: 'Quarter III, 2026' },
  state: 'missing',
  due: '2026-09-25',
  daysLeft: 3,
  late: false,
};
const digital: OwedReport = {
  ...service,
  form: 'cds',
  formNames: { vi: 'Chỉ tiêu chính quyền số', en: 'Indicators of digital government' },
  state: 'unsigned',
  daysLeft: -2,
  late: true,
};
const anGiang: Owing = {
  unit: unitOf('province:91@2025'),
  name: 'Tỉnh An Giang',
  reports: [service, digital],
  tasks: [
    {
      id: 'ubqg-10/3',
      meeting: 'ubqg-10',
      number: 3,
      text: 'Hoàn thành kết nối trục liên thông văn bản quốc gia',
      due: '2026-09-22',
      daysLeft: 0,
      late: false,
    },
  ],
};

test('a reminder names exactly what is owed, in Vietnamese first and in English below', () => {
  const { subject, text } = reminderLetter(anGiang, about);
  expect(subject).toBe(
    '[Điểm Cầu] Tỉnh An Giang: còn thiếu 2 báo cáo và 1 nhiệm vụ, phiên họp lần thứ 11 ngày 15/10/2026',
  );
  expect(text).toBe(`Kính gửi: Ủy ban nhân dân tỉnh An Giang

Để chuẩn bị Phiên họp lần thứ 11 của Ủy ban Quốc gia về chuyển đổi số, họp ngày 15/10/2026, Quý đơn vị còn các nội dung dưới đây chưa hoàn thành. Đề nghị Quý đơn vị hoàn thành đúng hạn.

Báo cáo:
1. Chỉ số phục vụ người dân và doanh nghiệp (QĐ 766/QĐ-TTg) – Quý III/2026: chưa gửi báo cáo; còn 3 ngày, đến hết 25/9/2026.
   https://bao-cao.example.vn/bao-cao/province:91@2025/qd766/2026-Q3
2. Chỉ tiêu chính quyền số – Quý III/2026: đã kiểm tra xong, chờ người có thẩm quyền ký xác nhận; quá hạn 2 ngày, hạn là hết 25/9/2026.
   https://bao-cao.example.vn/bao-cao/province:91@2025/cds/2026-Q3

Nhiệm vụ chưa báo cáo kết quả (báo cáo ở trang tính “Nhiệm vụ” của tệp gửi lên):
1. Nhiệm vụ số 3 (giao tại Phiên họp lần thứ 10): “Hoàn thành kết nối trục liên thông văn bản quốc gia”; hôm nay là ngày cuối, đến hết 22/9/2026.

Số liệu được khóa lúc 17 giờ 00 phút ngày 14/10/2026; nội dung ký xác nhận sau thời điểm đó không được tính cho phiên họp này.

Nơi thực hiện: https://bao-cao.example.vn/bao-cao

Thư này do hệ thống Điểm Cầu gửi tự động theo lịch của Ban Thư ký, chỉ gửi cho đơn vị còn nội dung phải hoàn thành.

----------

To: the People's Committee of Tỉnh An Giang

For session 11 of the National Committee on Digital Transformation, held on 2026-10-15, your unit has not yet completed what is listed below. Please complete it in time.

Reports:
1. Service index for citizens and business (QĐ 766/QĐ-TTg) – Quarter III, 2026: not sent yet; 3 days left, until the end of 2026-09-25.
   https://bao-cao.example.vn/bao-cao/province:91@2025/qd766/2026-Q3
2. Indicators of digital government – Quarter III, 2026: checked, and waiting for its signature; 2 days late, due by the end of 2026-09-25.
   https://bao-cao.example.vn/bao-cao/province:91@2025/cds/2026-Q3

Tasks not reported on (report them on the sheet “Nhiệm vụ” of the file that you send):
1. Task 3 (assigned at session 10): “Hoàn thành kết nối trục liên thông văn bản quốc gia”; today is the last day, until the end of 2026-09-22.

The cut-off is at 17:00 on 2026-10-14 (Viet Nam time); what is signed later does not count for this session.

Where to do it: https://bao-cao.example.vn/bao-cao

This mail was sent by the service Điểm Cầu on the schedule of the secretariat, only to units that still owe something.
`);
});

test('the opening says that reporting is open, and lists what is asked', () => {
  const { subject, text } = openingLetter({ ...anGiang, reports: [service], tasks: [] }, about);
  expect(subject).toBe(
    '[Điểm Cầu] Tỉnh An Giang: đã mở đợt báo cáo, gồm 1 báo cáo, phiên họp lần thứ 11 ngày 15/10/2026',
  );
  expect(text).toBe(`Kính gửi: Ủy ban nhân dân tỉnh An Giang

Đã mở đợt báo cáo cho Phiên họp lần thứ 11 của Ủy ban Quốc gia về chuyển đổi số, họp ngày 15/10/2026. Đề nghị Quý đơn vị gửi và ký xác nhận đúng hạn các nội dung dưới đây.

Báo cáo:
1. Chỉ số phục vụ người dân và doanh nghiệp (QĐ 766/QĐ-TTg) – Quý III/2026: chưa gửi báo cáo; còn 3 ngày, đến hết 25/9/2026.
   https://bao-cao.example.vn/bao-cao/province:91@2025/qd766/2026-Q3

Số liệu được khóa lúc 17 giờ 00 phút ngày 14/10/2026; nội dung ký xác nhận sau thời điểm đó không được tính cho phiên họp này.

Nơi thực hiện: https://bao-cao.example.vn/bao-cao

Thư này do hệ thống Điểm Cầu gửi tự động theo lịch của Ban Thư ký, chỉ gửi cho đơn vị còn nội dung phải hoàn thành.

----------

To: the People's Committee of Tỉnh An Giang

Reporting is open for session 11 of the National Committee on Digital Transformation, held on 2026-10-15. Please send and sign what is listed below in time.

Reports:
1. Service index for citizens and business (QĐ 766/QĐ-TTg) – Quarter III, 2026: not sent yet; 3 days left, until the end of 2026-09-25.
   https://bao-cao.example.vn/bao-cao/province:91@2025/qd766/2026-Q3

The cut-off is at 17:00 on 2026-10-14 (Viet Nam time); what is signed later does not count for this session.

Where to do it: https://bao-cao.example.vn/bao-cao

This mail was sent by the service Điểm Cầu on the schedule of the secretariat, only to units that still owe something.
`);
});

test('the digest of the cut-off tells coverage first and names who is missing', () => {
  const owing: Owing = { ...anGiang, reports: [] };
  const { subject, text } = digestLetter({ covered, owing: [owing] }, about);
  expect(subject).toBe(
    '[Điểm Cầu] Phiên họp lần thứ 11: đã khóa số liệu, còn thiếu 3 báo cáo, trong đó 1 đơn vị được gia hạn',
  );
  expect(text).toBe(`Kính gửi: Ban Thư ký

Đã đến thời điểm khóa số liệu cho Phiên họp lần thứ 11 của Ủy ban Quốc gia về chuyển đổi số: 17 giờ 00 phút ngày 14/10/2026. Nội dung ký xác nhận sau thời điểm này không được tính cho phiên họp. Bản chốt được lập lúc 17 giờ 30 phút ngày 14/10/2026.

Chỉ số phục vụ người dân và doanh nghiệp (QĐ 766/QĐ-TTg) – Quý III/2026: 3/6 đơn vị có báo cáo (đúng hạn 2, muộn 1; trong đó không có phát sinh 1); thiếu 3, trong đó chưa đến hạn 1:
1. Tỉnh An Giang: chưa gửi báo cáo
2. Tỉnh Cà Mau: tệp bị trả lại vì có lỗi, cần sửa và gửi lại
3. Thành phố Cần Thơ: chưa gửi báo cáo; được gia hạn đến hết 16/10/2026

Báo cáo nhiệm vụ được giao – Quý III/2026: 1/2 đơn vị có báo cáo (không có hạn báo cáo).

Nhiệm vụ chưa báo cáo kết quả (1):
1. Tỉnh An Giang: nhiệm vụ số 3 (Phiên họp lần thứ 10)

Xem tình hình: https://bao-cao.example.vn/thu-ky/phien-hop/ubqg-11

----------

To: the secretariat

The cut-off of session 11 of the National Committee on Digital Transformation has come: 17:00 on 2026-10-14 (Viet Nam time). What is signed later does not count for the session. The snapshot is made at 17:30 on 2026-10-14 (Viet Nam time).

Service index for citizens and business (QĐ 766/QĐ-TTg) – Quarter III, 2026: 3 of 6 units reported (on time 2, late 1; of these nil 1); missing 3, of these not due yet 1:
1. Tỉnh An Giang: not sent yet
2. Tỉnh Cà Mau: returned for its errors: mend the file and send it again
3. Thành phố Cần Thơ: not sent yet; given until the end of 2026-10-16

Reports on assigned tasks – Quarter III, 2026: 1 of 2 units reported (nobody owes it by a day).

Tasks not reported on (1):
1. Tỉnh An Giang: task 3 (session 10)

See how things stand: https://bao-cao.example.vn/thu-ky/phien-hop/ubqg-11
`);
});

test('the secretariat hears by name of units that no mail reaches, and what to do for each', () => {
  const haiDuong: Owing = { ...anGiang, unit: unitOf('province:30@2008'), name: 'Tỉnh Hải Dương', tasks: [] };
  const unreached = { withoutAccount: [anGiang], withoutRight: [haiDuong] };
  const { subject, text } = unreachedLetter(unreached, about);
  expect(subject).toBe('[Điểm Cầu] Phiên họp lần thứ 11: 2 đơn vị không có người nhận thư nhắc');
  expect(text).toContain(
    'lập tài khoản hoặc sửa địa chỉ thư cho đơn vị:\n1. Tỉnh An Giang: 2 báo cáo và 1 nhiệm vụ\n',
  );
  expect(text).toContain('gửi và ký báo cáo thay:\n1. Tỉnh Hải Dương: 2 báo cáo\n');
  expect(text).toContain('or mend their addresses:\n1. Tỉnh An Giang: 2 reports and 1 task\n');
  expect(text).toContain('may send and sign in their place:\n1. Tỉnh Hải Dương: 2 reports\n');
});

test('a successor is addressed itself, and told in whose place it reports', () => {
  const haiDuong: Owing = {
    ...anGiang,
    unit: unitOf('province:30@2008'),
    name: 'Tỉnh Hải Dương',
    tasks: [],
  };
  const haiPhong = { unit: unitOf('province:31@2025'), name: 'Thành phố Hải Phòng' };
  const { subject, text } = reminderLetter(haiDuong, about, haiPhong);
  expect(subject).toContain('Tỉnh Hải Dương: còn thiếu 2 báo cáo');
  expect(text).toContain('Kính gửi: Ủy ban nhân dân thành phố Hải Phòng\n');
  expect(text).toContain('Các báo cáo này là của Tỉnh Hải Dương');
  expect(text).toContain('These are reports of Tỉnh Hải Dương');
});

test('a ministry is addressed by its name', () => {
  const owing: Owing = { ...anGiang, unit: unitOf('ministry:BCA'), name: 'Bộ Công an' };
  expect(reminderLetter(owing, about).text).toContain('Kính gửi: Bộ Công an\n');
});

test('the first session is in words, and a constructed one says so in every subject', () => {
  const first = { ...about, meeting: { ...meeting, number: 1, constructed: true } };
  expect(reminderLetter(anGiang, first).subject).toBe(
    '[Điểm Cầu] (giả định) Tỉnh An Giang: còn thiếu 2 báo cáo và 1 nhiệm vụ, phiên họp lần thứ nhất ngày 15/10/2026',
  );
  expect(reminderLetter(anGiang, first).text).toContain('Phiên họp lần thứ nhất của Ủy ban Quốc gia');
  const others = [
    digestLetter({ covered, owing: [] }, first),
    unreachedLetter({ withoutAccount: [anGiang], withoutRight: [] }, first),
  ];
  for (const { subject } of others)
    expect(subject).toContain('[Điểm Cầu] (giả định) Phiên họp lần thứ nhất: ');
});

describe('what people wrote', () => {
  const hostile: Owing = {
    unit: { id: 'province:91@2025' } as Unit,
    name: 'Tỉnh A\r\nBcc: moi.nguoi@example.vn\u2028<img src=x onerror="alert(1)">',
    reports: [],
    tasks: [
      {
        ...(anGiang.tasks[0] as Owing['tasks'][number]),
        text: '\u202e</li><script>alert("x")</script>\r\n.\r\nQUIT & \'gone\'\u2066',
      },
    ],
  };
  const { subject, text, html } = reminderLetter(hostile, about);

  test('begins no new header and no new line', () => {
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(subject.startsWith('[Điểm Cầu] Tỉnh A Bcc: moi.nguoi@example.vn <img src=x')).toBe(true);
    expect(text.split('\n')).not.toContain('.');
    expect(text.split('\n').filter((line) => line.startsWith('Bcc'))).toEqual([]);
  });

  test('turns no direction of what is read', () => {
    expect(`${subject}${text}${html}`).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });

  test('is text in the HTML, whatever it holds', () => {
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62;');
    expect(html).toContain('QUIT &#38; &#39;gone&#39;');
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
    expect([...tags].sort().join(' ')).toBe('body div head hr html li meta ol p title');
  });

  test('is shortened in the subject to 120 letters, of which none is cut in two', () => {
    const long = reminderLetter({ ...anGiang, name: '𝐀'.repeat(200) }, about).subject;
    expect([...long]).toHaveLength(120);
    expect(long.endsWith('𝐀…')).toBe(true);
  });
});

test('the HTML says the same as the text, links its reports, and loads nothing', () => {
  const { html } = reminderLetter(anGiang, about);
  expect(html).toContain(
    '<li><a href="https://bao-cao.example.vn/bao-cao/province:91@2025/qd766/2026-Q3">Chỉ số phục vụ người dân và doanh nghiệp (QĐ 766/QĐ-TTg) – Quý III/2026: chưa gửi báo cáo; còn 3 ngày, đến hết 25/9/2026.</a></li>',
  );
  expect(html).not.toMatch(/src=|<style|<link|url\(/);
});
