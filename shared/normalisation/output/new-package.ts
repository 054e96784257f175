import { PackageParts } from './package-parts.ts';
import type { StyleAdditions } from './styles.ts';
import { escapeXml, namespaces } from './xml-write.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook to be: its sheets' parts, and the names that are defined in it. */
export type NewPackage = {
  sheets: readonly { name: string; hidden: boolean; xml: string }[];
  styles: StyleAdditions;
  /** A formula by its name; `sheet`: of that sheet alone, from 0. */
  names?: readonly { name: string; formula: string; sheet?: number }[];
};

/** A package of new sheets: without author, date, or anything else that is not in them. */
export function newPackage({ sheets, styles, names = [] }: NewPackage): PackageParts {
  const parts = new PackageParts();
  parts.put('[Content_Types].xml', typesOf(sheets.length));
  parts.put('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  parts.put('xl/workbook.xml', workbookPart(sheets, names));
  const targets = sheets.map((_, at): [string, string] => ['worksheet', sheetPath(at)]);
  parts.put('xl/_rels/workbook.xml.rels', relationships([...targets, ['styles', 'xl/styles.xml']]));
  for (const [at, { xml }] of sheets.entries()) parts.put(sheetPath(at), xml);
  parts.put('xl/styles.xml', styles.xml());
  return parts;
}

const sheetPath = (at: number) => `xl/worksheets/sheet${at + 1}.xml`;

function workbookPart(sheets: NewPackage['sheets'], names: NonNullable<NewPackage['names']>): string {
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
    `<sheets>${entries.join('')}</sheets>`,
    defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : '',
    '<calcPr calcId="0" fullCalcOnLoad="1"/></workbook>',
  ].join('');
}

function typesOf(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${spreadsheet}.${type}+xml"/>`;
  const overrides = [
    override('xl/workbook.xml', 'sheet.main'),
    override('xl/styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, at) => override(sheetPath(at), 'worksheet')),
  ];
  return `<Types xmlns="${namespaces.types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relationships(targets: readonly [type: string, target: string][]): string {
  const tags = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${namespaces.office}/${type}" Target="/${target}"/>`,
  );
  return `<Relationships xmlns="${namespaces.relations}">${tags.join('')}</Relationships>`;
}
