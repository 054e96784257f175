import { type Catalog, formIn } from '../../shared/catalog/catalog.ts';
import { nameOn } from '../../shared/catalog/unit.ts';
import { newAmong } from '../../shared/normalisation/changes.ts';
import type { Context } from '../../shared/normalisation/context.ts';
import { messages } from '../../shared/normalisation/messages.ts';
import { hasMarkedWorkbook } from '../../shared/normalisation/output/marked-file.ts';
import { repairTexts } from '../../shared/normalisation/repair-texts.ts';
import type { Bilingual, Repair, Report } from '../../shared/normalisation/report.ts';
import { rowExpected } from '../format/missing-row.ts';
import { mapDayOf } from './area-names.ts';
import type { CheckSummary, RepairKind } from './check-messages.ts';
import type { ReadLines } from './read-lines.ts';

type Given = {
  report: Report;
  lines: ReadLines;
  catalog: Catalog;
  context: Context | null;
  contextUsed: boolean;
  unusedRead: boolean;
  reportSha256: string;
  areaName: (area: string) => string;
};

/** What the page is told of a check at once: everything but the figures, in words of both languages. */
export function summaryOf(given: Given): CheckSummary {
  const { report, lines, catalog, context, contextUsed, unusedRead, reportSha256 } = given;
  const { verdict, unit, form, period, layout, file, counts, changes } = report;
  const fresh = newAmong(report);
  const aboutName = aboutNamer(given);
  const day = mapDayOf(catalog, { unit, period, ...(form === null ? {} : { form }) });
  const reporting = catalog.units.get(unit);
  const name = reporting && nameOn(reporting, day);
  return {
    report: { verdict, unit, form, period, layout, context: report.context, file, counts },
    unit: { vi: name?.full ?? unit, en: name?.full ?? unit },
    form: (form === null ? undefined : formIn(catalog, form, period))?.names ?? null,
    findings: report.findings.map((finding) => ({
      ...finding,
      expected: finding.expected && rowExpected(finding.expected, finding.about),
      place: lines.placeOf(finding.at),
      aboutName: finding.about === null ? null : aboutName(finding.about),
      isNew: fresh.has(finding),
    })),
    groups: report.groups,
    changes: changes && {
      mended: changes.mended.length,
      new: changes.new.length,
      same: changes.same,
      whole: changes.whole,
    },
    repairs: repairKinds(report.repairs),
    tasks: report.tasks,
    notRun: report.notRun.map((code) => ({ code, message: messageOf(code) })),
    last: context?.last?.period ?? null,
    reportSha256,
    lines: lines.counts(),
    filled: lines.filled,
    asked: lines.asked,
    unusedRead,
    hasWorkbook: hasMarkedWorkbook(report),
    contextUsed,
  };
}

function repairKinds(repairs: readonly Repair[]): RepairKind[] {
  return [...Map.groupBy(repairs, ({ code }) => code)].map(([code, kind]) => ({
    code,
    count: kind.length,
    message: (repairTexts as Readonly<Record<string, Bilingual>>)[code] ?? { vi: code, en: code },
    first: kind[0] as Repair,
  }));
}

function messageOf(code: string): Bilingual | null {
  const found = messages.get(code);
  return found ? { vi: found.vi, en: found.en } : null;
}

function aboutNamer({ catalog, areaName }: Given): (about: string) => Bilingual | null {
  return (about) => {
    const names = catalog.indicators.get(about)?.names;
    if (names) return names;
    const area = areaName(about);
    return area === about ? null : { vi: area, en: area };
  };
}
