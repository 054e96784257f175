import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { type Package, partOf, readPart } from './read-part.ts';
import { attributeOf } from './xml-text.ts';

/** The formats that are known by number alone: ECMA-376 part 1, 18.8.30. */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

/** The number format code of each cell style, by the style's index. */
export async function readNumberFormats(pack: Package, path: string | null): Promise<readonly string[]> {
  const entry = path === null ? undefined : partOf(pack, path);
  if (!entry) return [];
  const own = new Map<number, string>();
  const styles: number[] = [];
  let inside: string | null = null;
  await readPart(pack, entry, {
    open(name, attributes) {
      // Conditional formats hold `numFmt` too, and named styles `xf`: only these two lists count.
      if (name === 'numFmts' || name === 'cellXfs') inside = name;
      else if (name === 'numFmt' && inside === 'numFmts') {
        own.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
      } else if (name === 'xf' && inside === 'cellXfs') {
        styles.push(Number(attributeOf(attributes, 'numFmtId') ?? 0));
      }
      if (own.size + styles.length > limits.cellFormats) throw new FileRefusal('workbook-damaged', 'styles');
    },
    text() {},
    close(name) {
      if (name === inside) inside = null;
    },
  });
  return styles.map((id) => own.get(id) ?? builtInFormats.get(id) ?? 'General');
}
