/**
 * The act or the book that a source of the catalogue names: `QĐ 766/QĐ-TTg 23/06/2022`. What stands behind it, how much of
 * it was inferred and who published figures of it, is written in English for who maintains the catalogue.
 */
export function actOf(source: string): string {
  return (source.split(/[;:]|, published by /)[0] ?? '').trim();
}
