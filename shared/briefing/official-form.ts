import type { Closing, Letterhead, Section } from './content.ts';
import type { MeetingFacts } from './snapshot.ts';
import type { Texts, Voice } from './voice.ts';

/** How a body signs: its abbreviation in the sign of what it issues, in whose name it speaks, and who signs. */
type Issuer = { abbreviation: string; inTheNameOf: Texts; office: Texts };

const board = {
  inTheNameOf: { vi: 'TM. BAN CHỈ ĐẠO', en: 'FOR THE STEERING BOARD' },
  office: {
    vi: '(TRƯỞNG BAN, hoặc KT. TRƯỞNG BAN và chức vụ của người ký)',
    en: '(HEAD OF THE BOARD, or for the HEAD and the office of who signs)',
  },
};

/**
 * By the code of the body. `UBQGCĐS` as the committee's own acts are signed (27/QĐ-UBQGCĐS of 15/03/2022 and
 * 17/QĐ-UBQGCĐS of 04/04/2023); of the two boards no act is among the catalogue's sources, so theirs are their
 * codes with the marks of Vietnamese.
 */
const issuers: Readonly<Record<string, Issuer>> = {
  UBQG: {
    abbreviation: 'UBQGCĐS',
    inTheNameOf: { vi: 'TM. ỦY BAN', en: 'FOR THE COMMITTEE' },
    office: {
      vi: '(CHỦ TỊCH, hoặc KT. CHỦ TỊCH và chức vụ của người ký)',
      en: '(CHAIRMAN, or for the CHAIRMAN and the office of who signs)',
    },
  },
  BCDCP: { abbreviation: 'BCĐCP', ...board },
  BCDTW: { abbreviation: 'BCĐTW', ...board },
};

/** Of a body that is not known here: its code, and its whole name. */
function issuerOf(code: string, name: Texts): Issuer {
  return (
    issuers[code] ?? {
      abbreviation: code,
      inTheNameOf: { vi: `TM. ${name.vi.toUpperCase()}`, en: `FOR THE ${name.en.toUpperCase()}` },
      office: { vi: '(Chức vụ của người ký)', en: '(Office of who signs)' },
    }
  );
}

/**
 * NĐ 30/2020/NĐ-CP, Annex I: quốc hiệu and tiêu ngữ, who issues it, number and sign, place and date.
 * @param body its name
 */
export function letterheadOf(voice: Voice, meeting: MeetingFacts, body: Texts): Letterhead {
  const { say, day } = voice;
  const { abbreviation } = issuerOf(meeting.body, body);
  return {
    issuer: say(body).toUpperCase(),
    number: say({ vi: `Số:       /BC-${abbreviation}`, en: `No.:       /BC-${abbreviation}` }),
    country: say({ vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' }),
    motto: say({ vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' }),
    placeAndDate: say({ vi: `Hà Nội, ${writtenDay(meeting.date)}`, en: `Ha Noi, ${day(meeting.date)}` }),
  };
}

/** `ngày 05 tháng 02 năm 2026`: by the same annex, days below ten and January and February have a zero in front. */
function writtenDay(date: string): string {
  const [year = '', month = '', of = ''] = date.split('-');
  return `ngày ${of} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}

/**
 * NĐ 30/2020/NĐ-CP, Annex I, II.7 and II.9: in whose name it is signed and to whom it goes. Nobody is named before it
 * is signed, and the unit that drafts it is written in by the office, as the number is.
 */
export function closingOf({ say }: Voice, meeting: MeetingFacts, body: Texts): Closing {
  const { inTheNameOf, office } = issuerOf(meeting.body, body);
  return {
    recipients: {
      head: say({ vi: 'Nơi nhận:', en: 'To:' }),
      lines: [
        say({ vi: '- Các thành viên dự phiên họp;', en: '- The members attending the session;' }),
        say({
          vi: '- Các bộ, cơ quan ngang bộ; UBND các tỉnh, thành phố;',
          en: '- Ministries and ministerial agencies; provincial and city People’s Committees;',
        }),
        say({ vi: '- Lưu: VT, …… (đơn vị soạn thảo).', en: '- Filed: VT, …… (the unit that drafts it).' }),
      ],
    },
    signature: [
      say(inTheNameOf),
      say(office),
      say({ vi: '(Chữ ký, họ và tên)', en: '(Signature, full name)' }),
    ],
  };
}

/**
 * The head of the annex. NĐ 30/2020/NĐ-CP, Annex I, on annexes: the word "Phụ lục" on a line of its own, its title
 * below in capitals, and below that, in brackets and italics, with which document it goes.
 */
export function annexHead(
  voice: Voice,
  meeting: MeetingFacts,
  body: Texts,
  title: string,
): Pick<Section, 'heading' | 'annex'> {
  const { say, day } = voice;
  const { abbreviation } = issuerOf(meeting.body, body);
  return {
    heading: say({ vi: 'Phụ lục', en: 'Annex' }),
    annex: {
      title: title.toUpperCase(),
      attached: say({
        vi: `(Kèm theo Báo cáo số       /BC-${abbreviation} ${writtenDay(meeting.date)} của ${body.vi})`,
        en: `(Attached to Report No.       /BC-${abbreviation} of ${day(meeting.date)} of the ${body.en})`,
      }),
    },
  };
}
