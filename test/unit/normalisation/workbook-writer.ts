import { writeZip, type ZipFile } from './zip-writer.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type WorkbookParts = {
  /** Each sheet's XML: the whole part, or what stands inside `worksheet`. */
  sheets: { name: string; state?: string; xml: string }[];
  sharedStrings?: string;
  styles?: string;
  more?: ZipFile[];
  deflate?: boolean;
};

/** A workbook whose parts are written by hand, so that they can be odd. */
export function writeWorkbook(parts: WorkbookParts): Uint8Array {
  return writeZip(workbookFiles(parts));
}

export function workbookFiles(parts: WorkbookParts): ZipFile[] {
  const { sheets, sharedStrings, styles, more = [], deflate = false } = parts;
  const sheetTags = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="s${at}"/>`,
  );
  const links = sheets.map((_, at) => link(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`));
  if (sharedStrings !== undefined) links.push(link('strings', 'sharedStrings', 'sharedStrings.xml'));
  if (styles !== undefined) links.push(link('styles', 'styles', '/xl/styles.xml'));
  const files: ZipFile[] = [
    { name: '_rels/.rels', content: relationsOf([link('w', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheetTags.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relationsOf(links) },
    ...sheets.map(({ xml }, at) => ({ name: `xl/worksheets/sheet${at}.xml`, content: sheetPart(xml) })),
  ];
  if (sharedStrings !== undefined) {
    files.push({ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${sharedStrings}</sst>` });
  }
  if (styles !== undefined) {
    files.push({ name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}">${styles}</styleSheet>` });
  }
  return [...files, ...more].map((file) => ({ deflate, ...file }));
}

function sheetPart(xml: string): string {
  return xml.startsWith('<?') ? xml : `<?xml version="1.0"?><worksheet xmlns="${main}">${xml}</worksheet>`;
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}

function relationsOf(links: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${relations}">${links.join('')}</Relationships>`;
}
