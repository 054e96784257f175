import { periodOf } from '../../shared/catalog/period.ts';
import { nameOn, unitByCode } from '../../shared/catalog/unit.ts';
import { fold } from '../../shared/normalisation/fold.ts';
import type { Report } from '../../shared/normalisation/report.ts';
import { checkHazardFile, type HazardContainer, hazardCatalog, heading } from './hazard-files.ts';
import { type SourceRow, sourceRows } from './hazard-source.ts';
import { type Judged, judge } from './score.ts';

/** A period under the 63 units, and one under the 34. */
const [before, after] = ['2025-Q1', '2026-Q3'] as const;

/** The rows of `province_name_variants.csv` (every n-th), each as the reporting unit that a whole file names. */
export async function judgeNames(container: HazardContainer, every = 1): Promise<Judged[]> {
  const judged: Judged[] = [];
  const rows = sourceRows('province_name_variants').filter((_, at) => at % every === 0);
  for (const row of rows) {
    for (const { period, unit, expected } of readingsOf(row)) {
      const report = await checkHazardFile(rowsOf(row.raw ?? '', period), container, {
        unit,
        period,
        form: 'hazard-unit',
      });
      const got = outcomeOf(report);
      const kind = `${row.expected_action}, in ${period}`;
      const name = `line ${row.line} "${row.raw_escaped}" in ${period}`;
      judged.push({ list: 'names', kind, name, container, expected, got, outcome: judge(expected, got) });
    }
  }
  return judged;
}

/** The same rows, each as the name of a province in a row of a ministry's cross-table. */
export async function judgeRowNames(container: HazardContainer, every = 1): Promise<Judged[]> {
  const judged: Judged[] = [];
  const rows = sourceRows('province_name_variants').filter((_, at) => at % every === 0);
  for (const row of rows) {
    for (const { period, unit, expected } of readingsOf(row)) {
      const report = await checkHazardFile(crossRowsOf(row.raw ?? '', period), container, {
        unit: 'ministry:BTC',
        period,
        form: 'hazard-cross',
      });
      const got = rowOutcomeOf(report, unit, period);
      const kind = `${row.expected_action}, in ${period}`;
      const name = `line ${row.line} "${row.raw_escaped}" in ${period}`;
      judged.push({ list: 'rows', kind, name, container, expected, got, outcome: judge(expected, got) });
    }
  }
  return judged;
}

function crossRowsOf(raw: string, period: string): string[][] {
  const [year, quarter] = period.split('-Q');
  return [
    ['Đơn vị báo cáo', 'Bộ Tài chính'],
    ['Biểu mẫu', 'hazard-cross'],
    ['Kỳ báo cáo', `Quý ${quarter}/${year}`],
    ['STT', 'Tỉnh, thành phố', 'Số xã', 'Số thôn'],
    ['1', raw, '7', '8'],
  ];
}

/** What the report makes of the row; a total's or a region's row that gives nothing is rejected too. */
function rowOutcomeOf(report: Report, unit: string, period: string): string {
  const seen = report.observations.find(({ area, value }) => area !== undefined && value === '7');
  if (seen) return seen.area === unit ? 'resolved' : `wrong: ${seen.area}`;
  const finding = report.findings.find(({ at }) => at?.cell === 'B5');
  if (finding?.code !== 'unit-unclear') return 'rejected';
  const expected = hazardCatalog.units.get(unit);
  const name = expected ? nameOn(expected, dayOf(period)).full : '?';
  return finding.hint?.vi.includes(name) ? 'ask with the unit suggested' : 'ask';
}

type Reading = { period: string; unit: string; expected: string };

/** In which periods a row is read, for which unit, and how it is to come out. */
function readingsOf(row: SourceRow): Reading[] {
  const action = row.expected_action ?? '';
  const old = idOf(row.gso_code_63 ?? '', before);
  const now = idOf(row.gso_code_34 ?? '', after);
  if (action === 'reject') {
    return [before, after].map((period) => ({ period, unit: 'province:01@2008', expected: 'rejected' }));
  }
  if (action === 'resolve to the 34-unit list') return [{ period: after, unit: now, expected: 'resolved' }];
  const [first, then] = expectedOf(action, livesUnder(row.full_name_63 ?? '', now));
  return [
    { period: before, unit: old, expected: first },
    { period: after, unit: now, expected: then },
  ];
}

/**
 * Before and after the merger. The source's `resolve` is read of the period in which the name was a unit's; under the 34
 * units a name that none of them has is a predecessor's: its successor is suggested, and a person answers.
 */
function expectedOf(action: string, lives: boolean): [string, string] {
  const suggested = 'ask with the unit suggested';
  if (action === 'suggest, ask a person') return [suggested, suggested];
  if (action === 'reject or ask') return [`rejected or ${suggested}`, `rejected or ${suggested}`];
  return ['resolved', lives ? 'resolved' : suggested];
}

function dayOf(period: string): string {
  return periodOf(period)?.administrative.to ?? '';
}

function idOf(code: string, period: string): string {
  return unitByCode(hazardCatalog, 'province', code, dayOf(period))?.id ?? 'province:01@2008';
}

/** True when the unit of 2026 still has the name that the source gives for the one of before. */
function livesUnder(fullName: string, id: string): boolean {
  const unit = hazardCatalog.units.get(id);
  return (
    unit !== undefined &&
    fold(nameOn(unit, dayOf(after)).full).endsWith(fold(fullName).replace(/^(tinh|thanh pho) /, ''))
  );
}

function rowsOf(raw: string, period: string): string[][] {
  const [year, quarter] = period.split('-Q');
  return [
    ['Đơn vị báo cáo', raw],
    ['Biểu mẫu', 'hazard-unit'],
    ['Kỳ báo cáo', `Quý ${quarter}/${year}`],
    heading,
    ['1', 'HZ1.N', 'Số xã', 'xã', '', '', '7', ''],
  ];
}

/** What the report makes of the unit that the file names. */
function outcomeOf(report: Report): string {
  const finding = report.findings.find(
    ({ code }) => code.startsWith('unit-') || code === 'title-without-unit',
  );
  if (!finding) return report.findings.length === 0 ? 'resolved' : `lost: ${report.findings[0]?.code}`;
  if (finding.code === 'unit-unclear') {
    // The unit that reports is what the source expects: it must be among the suggestions.
    return finding.hint?.vi.includes(finding.expected ?? '?') ? 'ask with the unit suggested' : 'ask';
  }
  return ['unit-unknown', 'unit-dissolved', 'unit-is-region'].includes(finding.code)
    ? 'rejected'
    : `wrong: ${finding.code}`;
}
