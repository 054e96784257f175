import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../../shared/catalog/period.ts';
import type { Form, Unit } from '../../../../shared/catalog/schema.ts';
import { type LastFigure, templateOf } from '../../../../shared/normalisation/output/template.ts';
import {
  missingWords,
  remarkWords,
  unitWords,
} from '../../../../shared/normalisation/output/template-guide.ts';
import { rules } from '../../../../shared/normalisation/rules/rules.ts';
import { check, dongThap, findingsOf } from '../form-files.ts';

/** Rules of figures that QĐ 766 does not ask for. */
const elsewhere = ['index-out-of-bounds', 'rate-out-of-bounds', 'date-implausible', 'sum-differs'];
const forms = [
  ['qd766', '2026-Q3', '2026-Q2'],
  ['cds', '2026-Q3', '2026-Q2'],
  ['dti922', '2023', '2022'],
] as const;
/** Who bears the name Đồng Tháp in a period. */
const unitIn = (period: string) => (period < '2025' ? 'province:87@2008' : dongThap);

/** Figures of an earlier period that would be taken notice of, if they were read. */
const lastOf = (form: Form): LastFigure[] =>
  form.indicators.map(({ indicator }) =>
    catalog.indicators.get(indicator)?.kind === 'ratio'
      ? { indicator, value: null, numerator: '358660', denominator: '405424', status: 'reported' }
      : { indicator, value: '0.5', numerator: null, denominator: null, status: 'reported' },
  );

/** What an area reported is not shown as the unit's. */
const ofAnArea = (form: Form): LastFigure[] =>
  lastOf(form).map((figure) => ({ ...figure, area: 'commune:30001', value: '7', numerator: null }));

function template(code: string, period: string, before: string | null = null): Uint8Array {
  const form = catalog.forms.get(code) as Form;
  return templateOf({
    form,
    unit: catalog.units.get(unitIn(period)) as Unit,
    period: periodOf(period) as Period,
    last: before === null ? null : { period: before, figures: [...lastOf(form), ...ofAnArea(form)] },
    tasks: null,
    catalog,
  });
}

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return workbook;
}
const sheetOf = (workbook: ExcelJS.Workbook) => workbook.getWorksheet('Biểu mẫu') as ExcelJS.Worksheet;

/** The rows of indicators, by code, and the columns by their headings. */
function layoutOf(sheet: ExcelJS.Worksheet) {
  const columns = new Map<string, number>();
  const rows = new Map<string, number>();
  sheet.eachRow((row, number) => {
    if (row.getCell(1).value === 'STT') {
      row.eachCell((cell, column) => columns.set(String(cell.value), column));
    } else if (columns.size > 0 && row.getCell(2).value) rows.set(String(row.getCell(2).value), number);
  });
  return { columns, rows };
}

const unlocked = (cell: ExcelJS.Cell) => cell.protection?.locked === false;

/** Fills in every cell that is asked for: of a ratio 1 of 2, of others 1; notes stay blank. */
async function filled(bytes: Uint8Array, figure: (role: string) => ExcelJS.CellValue): Promise<Uint8Array> {
  const workbook = await loaded(bytes);
  const sheet = sheetOf(workbook);
  const { columns, rows } = layoutOf(sheet);
  for (const row of rows.values()) {
    for (const role of ['Tử số (a)', 'Mẫu số (b)', 'Kết quả']) {
      const column = columns.get(role);
      const cell = column === undefined ? undefined : sheet.getCell(row, column);
      if (cell && unlocked(cell)) cell.value = figure(role);
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const numbers = (role: string) => (role === 'Tử số (a)' ? 1 : role === 'Mẫu số (b)' ? 2 : 1);

describe.each(forms)('the template of %s', (code, period, before) => {
  const form = catalog.forms.get(code) as Form;
  const request = { form: code, period, unit: unitIn(period) };

  test.each([null, before])(
    'passes its own check when it is filled in (earlier period: %s)',
    async (earlier) => {
      const { report } = await check(await filled(template(code, period, earlier), numbers), { request });
      expect(findingsOf(report)).toEqual([]);
      expect(report).toMatchObject({ verdict: 'passed', layout: 'form', form: code });
      // Its own instructions are no sheet that was passed over.
      expect(report.repairs.map((repair) => repair.code)).not.toContain('sheet-without-figures');
      const read = report.observations.map(({ indicator, numerator, denominator, value, status }) => [
        indicator,
        numerator === null ? value : `${numerator}/${denominator}`,
        status,
      ]);
      const expected = form.groups.flatMap((group) =>
        form.indicators.filter((row) => row.group === group.code),
      );
      expect(read).toEqual(
        expected.map(({ indicator }) => [
          indicator,
          catalog.indicators.get(indicator)?.kind === 'ratio' ? '1/2' : '1',
          'reported',
        ]),
      );
    },
  );

  test('not filled in, it says of every figure that nothing was reported, and none of the earlier ones', async () => {
    const { report } = await check(template(code, period, before), { request });
    expect(findingsOf(report)).toEqual(['report-blank']);
    expect(new Set(report.observations.map(({ status }) => status))).toEqual(new Set(['missing']));
    expect(report.observations).toHaveLength(form.indicators.length);
  });

  test('exceljs and hucre read it, and the same ask gives the same bytes', async () => {
    const bytes = template(code, period, before);
    expect(Buffer.from(bytes)).toEqual(Buffer.from(template(code, period, before)));
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['Biểu mẫu', 'Hướng dẫn']);
    const texts = JSON.stringify(sheets[0]?.rows);
    for (const { indicator } of form.indicators) {
      expect(texts).toContain(indicator);
      expect(texts).toContain(catalog.indicators.get(indicator)?.names.vi);
    }
  });
});

describe('what a template holds', () => {
  test('beside each figure the reasons why there is none, to choose from', async () => {
    const sheet = sheetOf(await loaded(template('qd766', '2026-Q3', '2026-Q2')));
    const { model } = (sheet as unknown as { dataValidations: { model: Record<string, { type: string }> } })
      .dataValidations;
    const lists = Object.values(model).filter(({ type }) => type === 'list');
    expect(lists).toHaveLength(catalog.forms.get('qd766')?.indicators.length ?? 0);
  });

  test('unit, period and form in its title; only the cells that are asked for may be changed', async () => {
    const sheet = sheetOf(await loaded(template('qd766', '2026-Q3', '2026-Q2')));
    const title = [2, 3, 4].map((row) => sheet.getCell(row, 1).value);
    expect(title).toEqual(['Biểu mẫu: qd766', 'Đơn vị báo cáo: Tỉnh Đồng Tháp', 'Kỳ báo cáo: Quý III/2026']);
    const { columns, rows } = layoutOf(sheet);
    const open = new Set<string>();
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => void (unlocked(cell) && open.add(cell.address))),
    );
    const letters = (id: string) => {
      const asked = catalog.indicators.get(id)?.kind === 'ratio' ? ['Tử số (a)', 'Mẫu số (b)'] : ['Kết quả'];
      return [...asked, 'Ghi chú'].map((role) => sheet.getCell(1, columns.get(role) ?? 0).address[0]);
    };
    const wanted = [...rows].flatMap(([id, row]) => letters(id).map((letter) => `${letter}${row}`));
    expect([...open].sort()).toEqual(wanted.sort());
    expect(rows.size).toBe(21);
  });

  test('the sheet is protected without a password, frozen, and prints on A4 across', async () => {
    const workbook = await loaded(template('qd766', '2026-Q3'));
    const sheet = sheetOf(workbook) as ExcelJS.Worksheet & { sheetProtection: object };
    expect(sheet.sheetProtection).toMatchObject({ sheet: true, formatColumns: true });
    expect(JSON.stringify(sheet.sheetProtection)).not.toMatch(/hash|salt|password/i);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 7, xSplit: 3 });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
    });
    expect(workbook.definedNames.getRanges('DIEM_CAU_DON_VI').ranges).toEqual(["'Biểu mẫu'!$A$3"]);
    expect(workbook.definedNames.getRanges('DIEM_CAU_KY').ranges).toEqual(["'Biểu mẫu'!$A$4"]);
  });

  test('bounds: counts are whole and not below 0, a is not above b, points not above the most of their group', async () => {
    const sheet = sheetOf(await loaded(template('qd766', '2026-Q3')));
    const { rows } = layoutOf(sheet);
    const at = (column: string, id: string) => sheet.getCell(`${column}${rows.get(id)}`).dataValidation;
    const a = at('E', '766.TDGQ');
    const row = rows.get('766.TDGQ');
    expect(a).toMatchObject({ type: 'custom', showErrorMessage: true, allowBlank: true });
    for (const bound of [`E${row}>=0`, `E${row}=INT(E${row})`, `E${row}<=F${row}`]) {
      expect(a.formulae[0]).toContain(bound);
      expect(at('F', '766.TDGQ').formulae[0]).toContain(
        bound.replace(/^E(\d+)([>=])/, 'F$1$2').replaceAll(`INT(E`, 'INT(F'),
      );
    }
    // QĐ 766: online services 12 points, online payment 10.
    expect(at('G', '766.ONLINE').formulae[0]).toContain('<=12');
    expect(at('G', '766.TTTT').formulae[0]).toContain('<=10');
    for (const { error, prompt } of [a, at('G', '766.TTTT')]) {
      expect(String(error).length).toBeLessThanOrEqual(255);
      expect(String(prompt).length).toBeLessThanOrEqual(255);
    }
  });

  test.each(forms.map(([code, period]) => [code, period] as const))(
    'bounds of %s are those of the rules: at the bound it passes, above it is returned',
    async (code, period) => {
      const bytes = template(code, period);
      const sheet = sheetOf(await loaded(bytes));
      const { columns, rows } = layoutOf(sheet);
      const column = columns.get('Kết quả') ?? 0;
      const bounds = [...rows].flatMap(([id, row]) => {
        const formula = String(sheet.getCell(row, column).dataValidation?.formulae?.[0] ?? '');
        const most = /[A-Z]+\d+<=(\d+)[,)]/.exec(formula)?.[1];
        return most === undefined ? [] : [{ id, row, most: Number(most) }];
      });
      const isBounded = (id: string) => ['score', 'rate'].includes(catalog.indicators.get(id)?.kind ?? '');
      expect(bounds.map(({ id }) => id)).toEqual([...rows.keys()].filter(isBounded));
      for (const [above, expected] of [
        [0, 0],
        [0.01, bounds.length],
      ] as const) {
        const workbook = await loaded(await filled(bytes, numbers));
        for (const { row, most } of bounds) sheetOf(workbook).getCell(row, column).value = most + above;
        const written = new Uint8Array(await workbook.xlsx.writeBuffer());
        const { report } = await check(written, { request: { form: code, period, unit: unitIn(period) } });
        expect(report.findings.filter((one) => one.code.endsWith('-out-of-bounds'))).toHaveLength(expected);
      }
    },
  );

  test('figures of the earlier period stand beside, in grey, and a ratio computes itself', async () => {
    const sheet = sheetOf(await loaded(template('qd766', '2026-Q3', '2026-Q2')));
    const { columns, rows } = layoutOf(sheet);
    const row = rows.get('766.TDGQ') ?? 0;
    const column = (name: string) => columns.get(`${name}\nquý II/2026`) ?? 0;
    const shown = ['Kỳ trước (a)', 'Kỳ trước (b)', 'Kỳ trước'].map((name) =>
      sheet.getCell(row, column(name)),
    );
    // 358,660 of 405,424 is 88.47 %.
    expect(shown.map(({ value }) => value)).toEqual([358660, 405424, 88.47]);
    for (const cell of shown) {
      expect([unlocked(cell), cell.font.italic, cell.font.color?.argb]).toEqual([false, true, 'FF7F7F7F']);
    }
    expect(sheet.getCell(row, columns.get('Kết quả') ?? 0).formula).toContain(`ROUND(E${row}/F${row}*100,2)`);
  });

  test('each language has its own words', () => {
    for (const { unit, source } of catalog.indicators.values()) {
      const isTheSame = /^(?:%|0\.\.1|[MT]?bps|byte)$/.test(unit);
      if (!isTheSame)
        expect([unit, unitWords.get(unit)]).toEqual([unit, expect.stringMatching(/^[\w %,()]+$/)]);
      for (const remark of source.split('; ').slice(1)) expect(remarkWords.get(remark)).toMatch(/[à-ỹ]/u);
    }
  });

  test('the instructions hold every rule that is shown, every indicator, and the words for a missing figure', async () => {
    const { sheets } = await readXlsx(template('qd766', '2026-Q3'));
    const texts = JSON.stringify(sheets[1]?.rows);
    const shown = rules.filter(
      ({ code, state }) => (state === 'blocking' || state === 'warning') && !elsewhere.includes(code),
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const { code, sentence } of rules)
      if (elsewhere.includes(code)) expect(texts).not.toContain(sentence.en);
    for (const { sentence } of shown) {
      expect(texts).toContain(JSON.stringify(sentence.vi).slice(1, -1));
      expect(texts).toContain(JSON.stringify(sentence.en).slice(1, -1));
    }
    for (const { word } of missingWords) expect(texts).toContain(word);
  });

  test.each([
    ['chưa có', 'not-yet'],
    ['chưa thống kê', 'not-collected'],
    ['không áp dụng', 'not-applicable'],
  ])('the word "%s" in every cell is read as %s', async (word, status) => {
    expect(missingWords.map((each) => each.word)).toContain(word);
    const { report } = await check(await filled(template('qd766', '2026-Q3'), () => word));
    expect(findingsOf(report)).toEqual([]);
    expect(new Set(report.observations.map((one) => one.status))).toEqual(new Set([status]));
  });
});
