import { factorOf } from '../../../shared/aggregation/combine.ts';
import { carriageOf } from '../../../shared/catalog/carriage.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import type { Language } from '../../app/language.tsx';
import { englishPart } from './part-names.ts';

type Asked = Pick<Indicator, 'kind' | 'unit' | 'over' | 'parts'>;

/** How one unit's figure comes about, in words: a of b, or what it reports. */
export function ownFormula(indicator: Asked, language: Language): string {
  const { numerator, denominator } = partNames(indicator, language);
  const times = factorOf(indicator) === 100 ? ' × 100' : '';
  if (indicator.kind === 'ratio') {
    return language === 'vi'
      ? `(${numerator}) chia cho (${denominator})${times}`
      : `(${numerator}) divided by (${denominator})${times}`;
  }
  return language === 'vi' ? 'số do đơn vị báo cáo' : 'the figure that the unit reports';
}

const combined: Readonly<
  Record<ReturnType<typeof carriageOf>['units'], Record<Language, (weight: string) => string>>
> = {
  ratio: {
    vi: () =>
      'Cả nước: cộng tử số của các đơn vị, cộng mẫu số của các đơn vị, rồi chia một lần. Không lấy trung bình các tỷ lệ.',
    en: () =>
      'The nation: the units’ numerators are summed, the units’ denominators are summed, then divided once. It is never a mean of ratios.',
  },
  sum: {
    vi: () => 'Cả nước: cộng số của các đơn vị.',
    en: () => 'The nation: the units’ figures are summed.',
  },
  weighted: {
    vi: (weight) =>
      `Cả nước: số của mỗi đơn vị nhân với ${weight} của đơn vị đó, cộng lại, rồi chia cho tổng ${weight}.`,
    en: (weight) =>
      `The nation: each unit’s figure times its ${weight}, summed, then divided by the sum of ${weight}.`,
  },
  'share-yes': {
    vi: () => 'Cả nước: số đơn vị trả lời “có” trên số đơn vị đã trả lời.',
    en: () => 'The nation: how many units said yes, of those that answered.',
  },
  none: {
    vi: () => 'Không tính cho cả nước: số liệu loại này không cộng được, và hệ thống không đoán.',
    en: () => 'Not told for the nation: figures of this kind cannot be added up, and nothing is guessed.',
  },
};

/** How the nation's figure comes from the units'. @param weightName what a weighted figure is weighed by, in words */
export function nationFormula(indicator: Asked, language: Language, weightName?: string): string {
  const { units, weight = '' } = carriageOf(indicator);
  return combined[units][language](weightName ?? weight);
}

const partWords = {
  vi: { numerator: 'tử số', denominator: 'mẫu số' },
  en: { numerator: 'numerator', denominator: 'denominator' },
};

/** What the numerator and the denominator count; in English the two words alone where only the Vietnamese is known. */
function partNames({ parts }: Pick<Asked, 'parts'>, language: Language) {
  const nameOf = (part: 'numerator' | 'denominator') => {
    const text = parts?.[part];
    const known = text === undefined || language === 'vi' ? text : englishPart(text);
    return known ?? partWords[language][part];
  };
  return { numerator: nameOf('numerator'), denominator: nameOf('denominator') };
}

/** True where figures have a numerator and a denominator. */
export function hasParts({ kind, over }: Pick<Asked, 'kind' | 'over'>): boolean {
  return kind === 'ratio' || over?.units === 'weighted' || kind === 'yes-no';
}
