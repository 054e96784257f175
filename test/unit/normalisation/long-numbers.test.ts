import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ownFigure } from '../../../shared/aggregation/combine.ts';
import { scoreUnit } from '../../../shared/aggregation/score.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Indicator, Scorecard } from '../../../shared/catalog/schema.ts';
import { csvText, formRows, heading, indicatorRows, reportOf } from './form-files.ts';

/** Whatever number the readers admit, every rule and every sum can hold: a verdict, never an exception. */

const column = (name: string) => heading.findIndex((title) => title.startsWith(name));
const long = fc
  .tuple(fc.stringMatching(/^[1-9][0-9]{0,45}$/), fc.option(fc.stringMatching(/^[0-9]{1,20}$/)), fc.boolean())
  .map(
    ([whole, fraction, negative]) =>
      `${negative ? '-' : ''}${whole}${fraction === null ? '' : `,${fraction}`}`,
  );

test('the longest numbers in every figure of a row end in a verdict', async () => {
  await fc.assert(
    fc.asyncProperty(long, long, long, async (a, b, result) => {
      const [first, ...rest] = indicatorRows() as [string[], ...string[][]];
      const row = [...first];
      row[column('Tử số')] = a;
      row[column('Mẫu số')] = b;
      row[column('Kết quả')] = result;
      const report = await reportOf(csvText(formRows({ rows: [row, ...rest] })));
      expect(['passed', 'passed-with-warnings', 'returned']).toContain(report.verdict);
      // What was read goes through scores and ratios as well.
      scoreUnit(catalog.scorecards.get('qd766') as Scorecard, report.observations);
      for (const observation of report.observations) {
        ownFigure(catalog.indicators.get(observation.indicator) as Indicator, observation);
      }
    }),
    {
      numRuns: 150,
      examples: [
        ['1', '9'.repeat(29), '9'.repeat(29)],
        ['-0', '9'.repeat(30), '0,1'],
      ],
    },
  );
});
