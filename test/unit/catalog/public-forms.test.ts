import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { publicForms } from '../../../shared/catalog/public-forms.ts';

describe('the forms whose figures anybody may read', () => {
  test.each([
    ['of a scorecard', 'qd766', true],
    ['a publication of a ministry', 'dti2024-published', true],
    ['asked of every unit, in no scorecard', 'cds', false],
    ['that is none', 'khong-co', false],
  ])('%s: %s %s', (_what, code, isOpen) => {
    const { everyScorecard: scorecards, everyForm: forms } = catalog;
    expect(publicForms({ scorecards, forms }).has(code)).toBe(isOpen);
    const newest = { scorecards: catalog.scorecards.values(), forms: catalog.forms.values() };
    expect(publicForms(newest).has(code)).toBe(isOpen);
  });

  test('are those of the newest versions: what was once published or scored is not open for it', () => {
    const open = publicForms({
      scorecards: [
        { code: 'points', form: 'before' },
        { code: 'points', form: 'now' },
      ],
      forms: [{ code: 'owed-since', owed: false }, { code: 'owed-since' }],
    });
    expect([...open]).toEqual(['now']);
  });
});
