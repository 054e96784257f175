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

export function measureText({ language }: Pick<Voice, 'language'>, unit: string): string {
  return language === 'vi' ? unit : (english[unit.toLowerCase()] ?? unit);
}

/** Among whom a rank is aimed at, in English; one that is not here is told as it stands there. */
const circles: Readonly<Record<string, string>> = { 'Đông Nam Á': 'Southeast Asia', 'Thế giới': 'the world' };

const signs = { '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '=': '' } as const;

/**
 * A target as its readers write it: as it was published in Vietnamese, with `≥` where a source types `>=`; in English its
 * number and its year. The sign `=` is a word, so that who copies it into a spreadsheet has a text and no formula.
 */
export function targetText(
  voice: Pick<Voice, 'language' | 'say' | 'number'>,
  { aim, year, text, among }: Target,
): string {
  const isVietnamese = voice.language === 'vi';
  // One of several aims that were published in one cell stands by itself.
  if (isVietnamese && (among === undefined || aim.is === 'words')) {
    return text
      .replace(/^\s*=\s*/, 'đạt ')
      .replaceAll('>=', '≥')
      .replaceAll('<=', '≤');
  }
  const by = isVietnamese ? '' : year === undefined ? ', all the time' : ` by ${year}`;
  const within = among === undefined ? '' : ` (${isVietnamese ? among : (circles[among] ?? among)})`;
  switch (aim.is) {
    case 'words':
      return `in words: “${text}”${by}`;
    case 'range':
      return `${voice.number(aim.from)} ${voice.say({ vi: 'đến', en: 'to' })} ${voice.number(aim.to)}${within}${by}`;
    default:
      return `${aim.is === '=' ? voice.say({ vi: 'đạt ', en: 'exactly ' }) : signs[aim.is]}${voice.number(aim.value)}${within}${by}`;
  }
}
