import type { PackageParts } from './package-parts.ts';
import { type Relation, relationsOf, relationsPath, removeRelations } from './relations.ts';

/** What was taken out of a package before it is handed back, as parts and in words. */
export type Dropped = { parts: string[]; notes: string[] };

/**
 * Drops what runs or no longer holds: macros and the menus that call them are never handed on, and a digital
 * signature is broken by any mark. Links to other workbooks stay, and are named.
 */
export async function dropActive(parts: PackageParts): Promise<Dropped> {
  const root = await relationsOf(parts, '');
  const workbook = root.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const macros = [
    ...(await removeRelations(parts, workbook, ({ type }) =>
      /\/(vbaProject|wordVbaData|attachedToolbars)$/.test(type),
    )),
    ...(await removeRelations(parts, '', ({ type }) =>
      /\/ui\/(extensibility|userCustomization)$/.test(type),
    )),
  ];
  const signatures = await removeRelations(parts, '', ({ type }) => /\/digital-signature\//.test(type));
  const dropped = [
    ...dropAll(parts, macros, /^(xl\/vba|customui\/|usercustomization\/)/i),
    ...dropAll(parts, signatures, /^_xmlsignatures\//i),
  ];
  const notes: string[] = [];
  if (dropped.some((part) => /vba|customui/i.test(part))) {
    notes.push('Macro trong tệp gốc đã được bỏ. / Macros of the original were dropped.');
  }
  if (signatures.length > 0) {
    notes.push(
      'Chữ ký số trong tệp gốc đã được bỏ vì nội dung có thêm ghi chú. / The digital signature of the original was dropped: marks would break it.',
    );
  }
  if (parts.names().some((name) => /^xl\/externallinks\//i.test(name))) {
    notes.push(
      'Tệp gốc có liên kết đến tệp khác; các liên kết này được giữ nguyên. / The original links to other workbooks; the links were kept as they are.',
    );
  }
  return { parts: dropped, notes };
}

function dropAll(parts: PackageParts, relations: readonly Relation[], own: RegExp): string[] {
  const targets = relations.filter(({ external }) => !external).map(({ target }) => target);
  const names = parts.names().filter((name) => own.test(name) || targets.includes(name));
  const withRelations = names
    .flatMap((name) => [name, relationsPath(name)])
    .filter((name) => parts.has(name));
  for (const name of withRelations) parts.drop(name);
  return [...new Set(withRelations)];
}
