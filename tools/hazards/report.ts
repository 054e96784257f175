import { judgeCells } from './cell-cases.ts';
import { containers } from './hazard-files.ts';
import { judgeNames, judgeRowNames } from './name-cases.ts';
import { type Judged, tallyOf } from './score.ts';

/** `npm run hazards`: how every hazard of test/data/hazards comes out, through whole files in each container. */
const judged: Judged[] = [];
for (const container of containers) {
  judged.push(...(await judgeCells(container)), ...(await judgeNames(container)));
}
judged.push(...(await judgeRowNames('csv')));
for (const { name, container, expected, got, outcome } of judged) {
  if (outcome !== 'right') console.log(`${outcome}: ${name} (${container}): ${got}, expected ${expected}`);
}
console.table(tallyOf(judged));
console.log(
  `penalty ${tallyOf(judged).reduce((total, { penalty }) => total + penalty, 0)} over ${judged.length} files`,
);
