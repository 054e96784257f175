import { expect, test } from '@jest/globals';
import { cellText } from '../../../../shared/observations/cell-text.ts';
import {
  lineageAsked,
  repairsAt,
  rollupAsked,
  stepAddress,
  viewIn,
} from '../../../../web/pages/lineage/lineage-view.ts';

const query = { bieu: 'qd766', ky: '2026-Q3', 'chi-tieu': '766.TDGQ', 'don-vi': 'province:52@2025' };

test('an address says which figure is meant, and every step has one that says so again', () => {
  const view = viewIn(query);
  if (view === null) throw new Error('no view');
  const cell = stepAddress(view, { unit: view.unit, role: 'numerator' });
  expect(cell).toBe('/nguon-goc?don-vi=province:52@2025&bieu=qd766&ky=2026-Q3&chi-tieu=766.TDGQ&o=numerator');
  expect(viewIn(Object.fromEntries(new URLSearchParams(cell.split('?')[1])))).toEqual({
    ...view,
    role: 'numerator',
  });
  expect(stepAddress(view)).toBe('/nguon-goc?bieu=qd766&ky=2026-Q3&chi-tieu=766.TDGQ');
});

test('what does not say which figure is meant is none, and an unknown part of a figure is passed over', () => {
  expect(viewIn({ bieu: 'qd766', ky: '2026-Q3' })).toBeNull();
  expect(viewIn({ ...query, o: 'toString' })?.role).toBeNull();
  expect(viewIn({ ...query, 'co-so': 'x' })?.basis).toBe('as-reported');
});

test('a value that came with the address is no more than a value, of the page’s addresses and of the service’s', () => {
  const view = viewIn({
    bieu: 'a&b=c',
    ky: '2026-Q3/../x',
    'chi-tieu': '1/2#3',
    'don-vi': 'u&v',
    'dia-ban': 'w?&x',
  });
  if (view === null) throw new Error('no view');
  const [path, query] = lineageAsked(view).split('?');
  expect([path, Object.fromEntries(new URLSearchParams(query))]).toEqual([
    '/v1/lineage',
    { unit: 'u&v', form: 'a&b=c', period: '2026-Q3/../x', indicator: '1/2#3', area: 'w?&x' },
  ]);
  const rollup = new URL(rollupAsked('/v1', view), 'https://diemcau.example.vn');
  expect([rollup.pathname, rollup.searchParams.get('form'), rollup.hash]).toEqual([
    '/v1/rollups/2026-Q3%2F..%2Fx',
    'a&b=c',
    '',
  ]);
  const again = new URL(stepAddress(view, view), 'https://diemcau.example.vn').searchParams;
  expect(viewIn(Object.fromEntries(again))).toEqual(view);
});

test('a cell is named with its sheet, and only its own repairs are told', () => {
  const at = { sheet: 'Biểu 766', cell: 'E18' };
  expect(cellText(at)).toBe('Biểu 766!E18');
  expect(cellText({ sheet: null, cell: 'D15' })).toBe('D15');
  const repair = (sheet: string | null, cell: string) => ({
    code: 'c',
    at: { sheet, cell },
    from: '1',
    to: '2',
  });
  const repairs = [repair('Biểu 766', 'E18'), repair('Biểu 766', 'E19'), repair(null, 'E18')] as never;
  expect(repairsAt(repairs, { at })).toEqual([repair('Biểu 766', 'E18')]);
});
