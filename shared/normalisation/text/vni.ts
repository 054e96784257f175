/**
 * VNI for Windows writes a vowel and then a mark as a letter of its own: "Boä" is Bộ. It is known here to
 * be recognised, not to be read: what its fonts draw differs from version to version.
 */
const marks: ReadonlyMap<string, string> = new Map([
  ['ø', '\u0300'],
  ['ù', '\u0301'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
  ['â', '\u0302'],
  ['à', '\u0302\u0300'],
  ['á', '\u0302\u0301'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
  ['ê', '\u0306'],
  ['è', '\u0306\u0300'],
  ['é', '\u0306\u0301'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
]);

const letters: ReadonlyMap<string, string> = new Map([
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
]);

/** A text as VNI would have it, in lower case. */
export function vniToUnicode(text: string): string {
  return text
    .toLowerCase()
    .replace(/([aeouyôö])([øùûõïâàáåãäêèéúüë])/g, (_, vowel: string, mark: string) => {
      return (letters.get(vowel) ?? vowel) + (marks.get(mark) as string);
    })
    .replace(/[ñôöæóòî]/g, (letter) => letters.get(letter) as string)
    .normalize('NFC');
}
