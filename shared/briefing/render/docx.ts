import { Document, type ISectionOptions, Packer, Paragraph, SectionType } from 'docx';
import type { Briefing, Section } from '../content.ts';
import { dashes, type Pages, put, sectionPages } from './docx/blocks.ts';
import { closingOf } from './docx/closing.ts';
import { fixedPackage } from './docx/fixed-package.ts';
import { letterheadOf } from './docx/letterhead.ts';
import { pageOf } from './docx/page.ts';
import { stylesOf } from './docx/styles.ts';
import { cleanText, runsOf } from './docx/text.ts';

/**
 * The briefing as a Word document in the form that NĐ 30/2020/NĐ-CP, Annex I, gives to administrative documents:
 * head, text, Nơi nhận and the place for a signature, then the annex. The same briefing gives the same bytes on
 * every machine, on every day, in every time zone. What the briefing's texts say is text: no field codes, no links,
 * no macros.
 */
export async function docxOf(briefing: Briefing): Promise<Uint8Array> {
  const { language, title, subject, foot, letterhead } = briefing;
  const issuer = cleanText(letterhead.issuer);
  const document = new Document({
    title: cleanText(`${title}: ${subject}`),
    subject: cleanText(subject),
    description: cleanText(foot),
    creator: issuer,
    lastModifiedBy: issuer,
    styles: stylesOf(language),
    numbering: { config: [dashes] },
    sections: sectionsOf(briefing),
  });
  return fixedPackage(await Packer.toBuffer(document), language === 'vi' ? 'vi-VN' : 'en-US');
}

/** The text, who receives and signs it, and the annex, which begins a page. */
function sectionsOf(briefing: Briefing): ISectionOptions[] {
  const { language, preface, sections, closing } = briefing;
  const told = { language, counted: { tables: 0, figures: 0 } };
  const before = preface.map((text) => new Paragraph({ style: 'BodyText', children: runsOf(text) }));
  const pages: Pages[] = [{ orientation: 'portrait', children: [...letterheadOf(briefing), ...before] }];
  const annexed = ({ id }: Section) => id === 'annex';
  const text = sections.filter((section) => !annexed(section));
  for (const [at, section] of text.entries()) {
    const signed = closing !== undefined && at === text.length - 1;
    for (const each of sectionPages(section, told, signed)) put(pages, each);
  }
  if (closing)
    put(pages, { orientation: pages.at(-1)?.orientation ?? 'portrait', children: closingOf(closing) });
  for (const section of sections.filter(annexed)) pages.push(...sectionPages(section, told, false));
  return pages.map(({ orientation, children }, at) => {
    const { properties, ...frame } = pageOf(orientation, briefing, at === 0);
    return { ...frame, properties: { ...properties, type: SectionType.NEXT_PAGE }, children };
  });
}
