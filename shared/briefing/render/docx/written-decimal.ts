/**
 * A decimal number as a language writes it: `-1234.5` → `-1.234,5` in Vietnamese, `-1,234.5` in English. Every digit
 * stays: nothing is rounded here.
 * @param text digits with an optional sign and decimal point
 */
export function writtenDecimal(text: string, language: 'vi' | 'en'): string {
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}
