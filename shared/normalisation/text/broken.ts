/** What a conversion that went wrong leaves behind, each a sign that no good Vietnamese shows. */
const signs: readonly RegExp[] = [
  // The decoder that met bytes it did not know, and the program that wrote letters as their numbers.
  /\uFFFD|<U\+[0-9A-F]{4,5}>/u,
  // A letter of another script, or of a font's own numbering, among Latin ones ("BӜ").
  /[\p{Script=Latin}\p{M}][\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Hebrew}\p{Script=Arabic}\p{Co}]/u,
  /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Hebrew}\p{Script=Arabic}\p{Co}]\p{Script=Latin}/u,
  // Eth and African D for Đ: they look alike and are other letters.
  /[\u00D0\u00F0\u0189\u0256]/u,
  // A question mark for a letter ("Ð?ng Tháp").
  /\p{L}\?\p{Ll}/u,
];

/**
 * Syllables that Vietnamese does not have and that ô, ò and ó become when VNI is read by the wrong table:
 * "cơng nghệ thơng tin", "CỘNG HỊA".
 */
const damagedSyllable =
  /(?<![\p{L}\p{M}])(?:[^\P{L}ưừứửữự]{0,3}[ơờớởỡợ](?:ng|c|nh)|\p{L}{0,3}[ịĩ]ng|(?:h|t|kh)[ịĩ]a|c[ĩị])(?![\p{L}\p{M}])/iu;

/** Letters of Vietnamese and what stands between them, in which none of the signs is found: nearly all texts. */
const plainLetters = /^[\t\n\r -;=>@-~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]*$/;

/** The part of a text that shows it to be damaged, or undefined for one that may be good. */
export function damageIn(text: string): string | undefined {
  if (!plainLetters.test(text)) {
    for (const sign of signs) {
      const found = sign.exec(text);
      if (found) return found[0];
    }
  }
  return damagedSyllable.exec(text.normalize('NFC'))?.[0];
}
