import type { Target } from '../catalog/schema.ts';
import type { Voice } from './voice.ts';

/** Units of measure as the catalogue names them, in English; one that is not here is told as it stands there. */
const english: Readonly<Record<string, string>> = {
  điểm: 'points',
  'điểm phục vụ': 'service points',
  'thứ bậc': 'rank',
  'thứ hạng': 'rank',
  '%/năm': '% a year',
  '% dân số': '% of the population',
  '% tổng chi nsnn': '% of state budget spending',
  đồng: 'đồng',
  'triệu đồng': 'million đồng',
  'doanh nghiệp': 'enterprises',
  'số doanh nghiệp/1000 dân': 'enterprises per 1,000 people',
  'tổ chức': 'organisations',
  'tổ chức, doanh nghiệp': 'organisations and enterprises',
  'thuê bao': 'subscriptions',
  'nghìn người': 'thousand people',
  'người/vạn dân': 'people per 10,000',
  'giao dịch': 'transactions',
  'chứng thư': 'certificates',
  'dịch vụ': 'services',
  'thương nhân': 'traders',
  'cuộc họp': 'meetings',
  'chức danh': 'titles',
  'tuyến cáp quang biển': 'submarine cables',
  'thành phố, tỉnh': 'cities and provinces',
  'sàn dữ liệu': 'data exchanges',
  'trung tâm dữ liệu quốc gia': 'national data centres',
  'cơ sở': 'facilities',
  'mô tả': 'in words',
  'chỉ số phát triển con người (hdi)': 'Human Development Index (HDI)',
};

export function measureText({ language }: Voice, unit: string): string {
  return language === 'vi' ? unit : (english[unit.toLowerCase()] ?? unit);
}

const signs = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' } as const;

/** A target as its readers write it: as it was published in Vietnamese; in English its number and its year. */
export function targetText(voice: Voice, { aim, year, text, among }: Target): string {
  // One of several aims that were published in one cell stands by itself.
  if (voice.language === 'vi' && (among === undefined || aim.is === 'words')) return text;
  const by = voice.language === 'vi' ? '' : year === undefined ? ', all the time' : ` by ${year}`;
  const within = among === undefined ? '' : ` (${among})`;
  switch (aim.is) {
    case 'words':
      return `in words: “${text}”${by}`;
    case 'range':
      return `${voice.number(aim.from)} ${voice.say({ vi: 'đến', en: 'to' })} ${voice.number(aim.to)}${within}${by}`;
    default:
      return `${signs[aim.is]} ${voice.number(aim.value)}${within}${by}`;
  }
}
