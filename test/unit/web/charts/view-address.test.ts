import { describe, expect, test } from '@jest/globals';
import { viewAddress, viewChange, viewIn } from '../../../../web/charts/view-address.ts';

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

describe('how a chart is shown', () => {
  const chart = { name, opens: 'table' } as const;

  test('follows from the address alone', () => {
    expect(viewIn({}, chart)).toBe('table');
    expect(viewIn({ 'bieu-do': name }, chart)).toBe('drawing');
    expect(viewIn({ 'bieu-do': `another,${name}` }, chart)).toBe('drawing');
    expect(viewIn({ 'bieu-do': `${name}-2` }, chart)).toBe('table');
    expect(viewIn({ bang: name }, chart)).toBe('table');
  });

  test('changes no other chart of the page', () => {
    expect(viewChange({ 'bieu-do': 'another' }, chart, 'drawing')).toEqual({ 'bieu-do': `another,${name}` });
    expect(viewChange({ 'bieu-do': `another,${name}` }, chart, 'table')).toEqual({ 'bieu-do': 'another' });
    expect(viewChange({ 'bieu-do': name }, chart, 'table')).toEqual({ 'bieu-do': null });
  });

  test('stays when it is another period’s', () => {
    const before = 'xep-hang-qd766-2026-Q2';
    expect(viewChange({ 'bieu-do': before }, { ...chart, before }, 'drawing')).toEqual({ 'bieu-do': name });
  });
});
