import process from 'node:process';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { deadline, dueOf } from '../../../shared/catalog/deadline.ts';
import { localDayOf, type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form } from '../../../shared/catalog/schema.ts';

// Prints, for each period named, its due day, its deadline and the local day of the moment before: run under several TZ.
const form = catalog.forms.get('qd766') as Form;
for (const code of process.argv.slice(2)) {
  const period = periodOf(code) as Period;
  const end = deadline(form, period);
  const before = new Date(Date.parse(end) - 1).toISOString();
  process.stdout.write(`${code} ${dueOf(form, period).day} ${end} ${localDayOf(before)}\n`);
}
