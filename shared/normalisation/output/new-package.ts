import { PackageParts } from './package-parts.ts';
import { relativeTo } from './relations.ts';
import type { StyleAdditions } from './styles.ts';
import { escapeXml, namespaces } from './xml-write.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook to be: its sheets' parts, and the names that are defined in it. */
export type NewPackage = {
  sheets: readonly { name: string; hidden: boolean; xml: string }[];
  styles: StyleAdditions;
  /** Days are counted from 1904. */
  date1904?: boolean;
  /** A formula by its name; `sheet`: of that sheet alone, from 0. */
  names?: readonly { name: string; formula: string; sheet?: number }[];
};

/** A package of new sheets: without author, date, or anything else that is not in them. */
export function newPackage({ sheets, styles, date1904 = false, names = [] }: NewPackage): PackageParts {
  const parts = new PackageParts();
  parts.put('[Content_Types].xml', typesOf(sheets.length));
  parts.put('_rels/.rels', relationships('', [['officeDocument', workbook]]));
  parts.put(workbook, workbookPart(sheets, names, date1904));
  const targets = sheets.map((_, at): [string, string] => ['worksheet', sheetPath(at)]);
  parts.put('xl/_rels/workbook.xml.rels', relationships(workbook, [...targets, ['styles', 'xl/styles.xml']]));
  for (const [at, { xml }] of sheets.entries()) parts.put(sheetPath(at), xml);
  parts.put('xl/styles.xml', styles.xml());
  return parts;
}

const workbook = 'xl/workbook.xml';
const sheetPath = (at: number) => `xl/worksheets/sheet${at + 1}.xml`;

function workbookPart(
  sheets: NewPackage['sheets'],
  names: NonNullable<NewPackage['names']>,
  date1904: boolean,
): string {
  const entries = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const defined = names.map(({ name, formula, sheet }) => {
    const scope = sheet === undefined ? '' : ` localSheetId="${sheet}"`;
    return `<definedName name="${name}"${scope}>${escapeXml(formula)}</definedName>`;
  });
  return [
    `<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.office}">`,
    date1904 ? '<workbookPr date1904="1"/>' : '',
    `<sheets>${entries.join('')}</sheets>`,
    defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : '',
    '<calcPr calcId="0" fullCalcOnLoad="1"/></workbook>',
  ].join('');
}

function typesOf(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${spreadsheet}.${type}+xml"/>`;
  const overrides = [
    override(workbook, 'sheet.main'),
    override('xl/styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, at) => override(sheetPath(at), 'worksheet')),
  ];
  return `<Types xmlns="${namespaces.types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relationships(part: string, targets: readonly [type: string, target: string][]): string {
  const tags = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${namespaces.office}/${type}" Target="${relativeTo(part, target)}"/>`,
  );
  return `<Relationships xmlns="${namespaces.relations}">${tags.join('')}</Relationships>`;
}
