/**
 * Ways in which the same Vietnamese words and numbers are written in real files. Each undoes under
 * folding of case, tone placement or Unicode form; none changes what is said.
 */

const newPlacement = [
  'òa',
  'óa',
  'ỏa',
  'õa',
  'ọa',
  'òe',
  'óe',
  'ỏe',
  'õe',
  'ọe',
  'ùy',
  'úy',
  'ủy',
  'ũy',
  'ụy',
];
const oldPlacement = [
  'oà',
  'oá',
  'oả',
  'oã',
  'oạ',
  'oè',
  'oé',
  'oẻ',
  'oẽ',
  'oẹ',
  'uỳ',
  'uý',
  'uỷ',
  'uỹ',
  'uỵ',
];

/** Puts the tone on the last vowel, as many offices still type it: `Khánh Hòa` → `Khánh Hoà`. */
export function withLateTone(text: string): string {
  return newPlacement.reduce((written, pair, index) => {
    const late = oldPlacement[index] as string;
    return written
      .replaceAll(endOfSyllable(pair), late)
      .replaceAll(endOfSyllable(pair.toUpperCase()), late.toUpperCase())
      .replaceAll(endOfSyllable(capitalised(pair)), capitalised(late));
  }, text);
}

function endOfSyllable(pair: string): RegExp {
  return new RegExp(`(?<![qQ])${pair}(?!\\p{L})`, 'gu');
}

function capitalised(pair: string): string {
  return pair.charAt(0).toUpperCase() + pair.slice(1);
}

/**
 * A number as Vietnamese readers write it: dots between thousands, a comma before the decimals.
 * @param decimal `405424`, `88.47`
 * @returns `405.424`, `88,47`
 */
export function withDotThousands(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}
