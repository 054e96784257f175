import { expect, test } from '@jest/globals';
import { csvField, csvFile } from '../../shared/csv-field.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['x;=1+1', `"x;'=1+1"`],
  ['x; =1+1;y', `"x;' =1+1;y"`],
  ['x\t@SUM(A1)', `"x\t'@SUM(A1)"`],
  ['x|-1+cmd', `"x|'-1+cmd"`],
  ['dòng 1\n=1+1', `"dòng 1\n'=1+1"`],
  ['dòng 1\r\n+84', `"dòng 1\r\n'+84"`],
  ['dòng 1\r=1+1', `"dòng 1\r'=1+1"`],
  ['a;b;＝1;@c', `"a;b;'＝1;'@c"`],
  ['a;\u00A0=1', `"a;'\u00A0=1"`],
  ['a;\0=1', `"a;'\0=1"`],
  // Doubled, quotes are an empty text with more behind it: some readers drop them and take the rest.
  ['a;"=1+1;b', `"a;'""=1+1;b"`],
  ['"=1+1', `"'""=1+1"`],
  ['\tx', `"'\tx"`],
  ['\t=1', `"'\t'=1"`],
  ['\0x', "'\0x"],
])('in %j no separator begins a formula', (text, field) => expect(csvField(text)).toBe(field));

test.each([
  ['-3', '-3'],
  ['88.47', '88.47'],
  ['Sở Nội vụ - Sở Y tế', 'Sở Nội vụ - Sở Y tế'],
  ['a = b, -c', '"a = b, -c"'],
  ['Sở A; Sở B', '"Sở A; Sở B"'],
  ['a|b', '"a|b"'],
  ['a\tb', '"a\tb"'],
  ['a "b"', '"a ""b"""'],
  ["'=1", "'=1"],
  ['', ''],
])('%j is %s: no sign is added to it', (text, field) => expect(csvField(text)).toBe(field));

test('whichever sign separates the fields of a file, none of them is a formula', () => {
  const file = csvFile([
    ['=1', 'x;=1+1;y', 'x\t=1+1\ty'],
    ['-2', 'x\n=1+1', 'x|=1+1'],
  ]);
  for (const separator of [',', ';', '\t', '|']) {
    const fields = file
      .slice(1)
      .split(/[\r\n]+/)
      .flatMap((line) => line.split(separator));
    expect(fields.filter((field) => /^[\s"]*[=+@]/.test(field))).toEqual([]);
  }
});
