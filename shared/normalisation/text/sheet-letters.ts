import { FileRefusal } from '../refusal.ts';
import { cellName, type Sheet } from '../table.ts';
import { damageIn } from './broken.ts';
import { isBeyondLatin } from './decode-text.ts';
import { isAscii, markedWords, type Reading, readingOf } from './evidence.ts';

/** What the words of a sheet say of its letters. */
export type SheetLetters = {
  /** Words that tell are mostly TCVN3, and no fonts are named that would tell better. */
  sheetIsTcvn3: boolean;
  /** Fonts of TCVN3 are named over texts that are in Unicode: a template's font, in which nobody types any more. */
  fontsMislead: boolean;
  /** There is TCVN3 in it beyond chance. */
  sheetHasTcvn3: boolean;
};

/** Rows and distinct words that are looked at: what they do not show, the rest will not. */
const sampleRows = 2_000;
const sampleWords = 5_000;
/** As many distinct words of an encoding as chance does not bring. */
const beyondChance = 3;

/**
 * Looks at a sheet's first rows for the encoding of its texts.
 * @throws FileRefusal `encoding-vni`, `encoding-viscii`, `text-broken` for a sheet whose texts cannot be read
 */
export async function lettersOf(sheet: Sheet): Promise<SheetLetters> {
  const words: Record<Reading | 'none' | 'damaged', Set<string>> = {
    unicode: new Set(),
    tcvn3: new Set(),
    vni: new Set(),
    viscii: new Set(),
    none: new Set(),
    damaged: new Set(),
  };
  const looked = new Set<string>();
  const weighed = new Set<string>();
  let rowsSeen = 0;
  let seen = 0;
  let fontsNamed = false;
  let misled = 0;
  let damaged: FileRefusal | undefined;
  sample: for await (const rows of sheet.rows()) {
    for (const row of rows) {
      rowsSeen += 1;
      if (rowsSeen > sampleRows || seen > sampleWords) break sample;
      for (const { text, column, legacy } of row.cells) {
        if (legacy) fontsNamed = true;
        // A text that stands twice says nothing more.
        if (isAscii(text) || looked.has(text)) continue;
        looked.add(text);
        if (legacy === true && isBeyondLatin(text)) misled += 1;
        const damage = damageIn(text);
        if (damage !== undefined) {
          words.damaged.add(damage);
          damaged ??= new FileRefusal('text-broken', text, {
            sheet: sheet.name,
            cell: cellName(column, row.number),
          });
        }
        for (const word of markedWords(text)) {
          if (weighed.has(word)) continue;
          weighed.add(word);
          words[readingOf(word) ?? 'none'].add(word);
          seen += 1;
        }
      }
    }
  }
  const { unicode, tcvn3, vni, viscii } = words;
  const outweighs = (size: number) => size >= beyondChance && size * 2 > unicode.size && size > tcvn3.size;
  if (outweighs(vni.size)) throw new FileRefusal('encoding-vni');
  if (outweighs(viscii.size)) throw new FileRefusal('encoding-viscii');
  const { size: broken } = words.damaged;
  // TCVN3 that is not yet decoded has signs of damage too.
  if (damaged && broken > beyondChance && broken * 10 > unicode.size && broken > tcvn3.size) throw damaged;
  const sheetHasTcvn3 = tcvn3.size >= 2;
  const fontsMislead = misled > tcvn3.size;
  return {
    fontsMislead,
    sheetHasTcvn3,
    sheetIsTcvn3: sheetHasTcvn3 && !fontsNamed && tcvn3.size > unicode.size,
  };
}
