import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { type Package, partOf, readPart } from './read-part.ts';
import { unescapeWorkbookText } from './xml-text.ts';

/** The workbook's shared texts, by index: rich text joined, phonetic guides left out. */
export async function readSharedStrings(pack: Package, path: string | null): Promise<readonly string[]> {
  const entry = path === null ? undefined : partOf(pack, path);
  if (!entry) return [];
  const strings: string[] = [];
  let length = 0;
  let phonetic = 0;
  let inText = false;
  let text = '';
  await readPart(pack, entry, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 'rPh') phonetic -= 1;
      else if (name === 't') inText = false;
      else if (name === 'si') {
        length += text.length;
        if (length > limits.sharedStringsLength || strings.length >= limits.sharedStrings) {
          throw new FileRefusal('workbook-too-large', 'shared strings');
        }
        strings.push(unescapeWorkbookText(text));
      }
    },
  });
  return strings;
}
