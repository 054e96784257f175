import { describe, expect, test } from '@jest/globals';
import { csvOf } from '../../../../web/charts/chart-table.ts';
import { stepsOf } from '../../../../web/charts/steps.ts';

describe('steps of colour', () => {
  test('have about as many units each, and name figures that stand there', () => {
    const { steps } = stepsOf(['10', '9', '8', '7', '6', '5', '4', '3', '2', '1']);
    expect(steps).toEqual([
      { least: '1', most: '2', count: 2, token: 1 },
      { least: '3', most: '4', count: 2, token: 2 },
      { least: '5', most: '6', count: 2, token: 3 },
      { least: '7', most: '8', count: 2, token: 4 },
      { least: '9', most: '10', count: 2, token: 5 },
    ]);
  });

  test('hold equal figures together, however they are written', () => {
    const { steps, of } = stepsOf(['1', '1.0', '1.00', '1', '2', '3']);
    expect(steps.map(({ count }) => count)).toEqual([4, 1, 1]);
    expect(of('1.0')?.token).toBe(1);
    expect(of('3')?.token).toBe(5);
  });

  test('are as many as there are figures, and none where there is none', () => {
    expect(stepsOf(['5', '5']).steps).toEqual([{ least: '5', most: '5', count: 2, token: 3 }]);
    expect(stepsOf([]).steps).toEqual([]);
    expect(stepsOf([]).of('1')).toBeUndefined();
  });
});

test('a chart’s file: exact decimals, a BOM, no cell that a spreadsheet takes for a formula', () => {
  const table = {
    rows: [
      { name: 'Tỉnh Đồng Tháp', value: '68.8' },
      { name: '=HYPERLINK("x")', value: '-1.50' },
      { name: 'A, B', value: 'chưa nộp' },
    ],
    rowKey: ({ name }: { name: string }) => name,
    columns: [
      { key: 'name', head: 'Đơn vị', cell: () => '', csv: ({ name }: { name: string }) => name },
      { key: 'value', head: 'Điểm', cell: () => '', csv: ({ value }: { value: string }) => value },
    ],
  };
  expect(csvOf(table)).toBe(
    '\uFEFFĐơn vị,Điểm\r\nTỉnh Đồng Tháp,68.8\r\n"\'=HYPERLINK(""x"")",-1.50\r\n"A, B",chưa nộp\r\n',
  );
  const inFile = [{ head: 'Kỳ', csv: () => '2026-Q3' }];
  expect(csvOf({ ...table, inFile, rows: [{ name: 'A', value: '1' }] })).toBe(
    '\uFEFFĐơn vị,Điểm,Kỳ\r\nA,1,2026-Q3\r\n',
  );
});
