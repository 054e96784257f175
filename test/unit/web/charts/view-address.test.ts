import { describe, expect, test } from '@jest/globals';
import { viewAddress } from '../../../../web/charts/view-address.ts';

const name = 'xep-hang-qd766-2026-Q3';
const shown = { diem: 'qd766', ky: '2026-Q3', 'co-so': 'current' };
const told = { name, shown, view: null };

describe('the address of a chart', () => {
  test('names the period, the subject and the map that the page chose by itself', () => {
    expect(viewAddress({ path: '/xep-hang', query: {} }, told)).toBe(
      `/xep-hang?diem=qd766&ky=2026-Q3&co-so=current#${name}`,
    );
  });

  test('names the period that is shown, not the one that was asked for in vain', () => {
    const query = { ky: '2030-Q1', vung: 'region:DNB@2025' };
    expect(viewAddress({ path: '/xep-hang', query }, told)).toBe(
      `/xep-hang?ky=2026-Q3&vung=region:DNB@2025&diem=qd766&co-so=current#${name}`,
    );
  });

  test('of its table names it, and leaves out how the page’s other charts are shown', () => {
    const query = { 'bieu-do': 'another' };
    expect(viewAddress({ path: '/xep-hang', query }, { ...told, view: 'table' })).toBe(
      `/xep-hang?diem=qd766&ky=2026-Q3&co-so=current&bang=${name}#${name}`,
    );
    expect(viewAddress({ path: '/xep-hang', query: { bang: name } }, told)).not.toContain('bang=');
  });
});
