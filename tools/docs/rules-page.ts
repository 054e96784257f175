import type { AskedTask } from '../../shared/normalisation/context.ts';
import {
  type FileExample,
  type ReadingRule,
  readingRules,
} from '../../shared/normalisation/rules/reading-rules.ts';
import {
  type Example,
  type FormRow,
  numberOf,
  type Part,
  type Rule,
  type RuleState,
} from '../../shared/normalisation/rules/rule.ts';
import { rules } from '../../shared/normalisation/rules/rules.ts';

const means: Record<RuleState, string> = {
  draft: 'written, does not run',
  shadow:
    'runs and is counted in `report.shadow`, shows nothing: what it would do to real files is seen first',
  warning: 'shown; the signature explains it',
  blocking: 'shown; the file is returned',
  retired: 'no longer runs; it stays for the reports that name it',
};

/** `docs/rules.md`, made from the rules. */
export function rulesPage(): string {
  return `# The rules on submitted figures

Made from \`shared/normalisation/rules/\` by \`npm run docs:rules\`; a test fails when this page is not what the rules make, and another runs every example. What else can be wrong in *reading* a file (its container, encoding, layout, names and cells) stands in \`shared/normalisation/faults/\`.

A rule is a sentence, a state, the periods in which it holds, where it comes from, two examples, and one function that decides. The sentence is the message that the province reads. The [rules of the reading](#rules-of-the-reading) have no such function: what they compare (the title and the ticket, a row and the one before it, a total and its rows) is seen while the file is read, and their examples are whole files.

| state | means |
| --- | --- |
${Object.entries(means)
  .map(([state, meaning]) => `| ${state} | ${meaning} |`)
  .join('\n')}

A context document may give a rule another state. A rule that *needs* the last standing figures or the unit's tasks does not run without a context that has them; the report then names it in \`notRun\`, those of tasks only where a sheet of tasks was read.

| rule | state | holds | needs |
| --- | --- | --- | --- |
${rules.map((rule) => `| [${rule.code}](#${rule.code}) | ${rule.state} | ${periodsOf(rule)} | ${needsOf(rule)} |`).join('\n')}
${readingRules.map((rule) => `| [${rule.code}](#${rule.code}) | ${rule.state} | ${periodsOf(rule)} | ${rule.needs ? "the unit's tasks" : ''} |`).join('\n')}

${rules.map(section).join('\n')}
# Rules of the reading

${readingRules.map(readingSection).join('\n')}`;
}

function readingSection({ code, sentence, source, fixed, passing, failing }: ReadingRule): string {
  return [
    `## ${code}`,
    '',
    `${sentence.vi}`,
    '',
    `*${sentence.en}*`,
    '',
    `- source: ${source}`,
    ...(fixed
      ? ['- its state is fixed: what cannot be named is not loaded, and hiding that would lose figures']
      : []),
    `- sent for: ${failing.unit}, ${failing.form}, ${failing.period}`,
    `- passes: ${fileText(passing)}`,
    `- fails: ${fileText(failing)}`,
    ...(failing.tasks ? [`- the tasks then: ${failing.tasks.map(taskText).join('; ')}`] : []),
    '',
  ].join('\n');
}

/** `ubqg-11/1 (lead, open)`: a task as the unit of an example has it. */
function taskText({ id, role, open }: AskedTask): string {
  return `${id} (${role}, ${open ? 'open' : 'ended'})`;
}

/** The rows of a small file, one after the other. */
function fileText({ rows }: FileExample): string {
  return rows.map((row) => `\`${row.join(' ; ')}\``).join(' / ');
}

function section(rule: Rule): string {
  const { code, sentence, source, parameters = {}, passing, failing } = rule;
  const { causedWhollyBy = [], causedBy = [], lostWith = [] } = rule;
  const causes = [...causedWhollyBy, ...causedBy];
  const measures = Object.entries(parameters).map(([name, value]) => `\`${name}\` = ${value}`);
  return [
    `## ${code}`,
    '',
    `${sentence.vi}`,
    '',
    `*${sentence.en}*`,
    '',
    `- source: ${source}`,
    ...(measures.length > 0 ? [`- measures by: ${measures.join(', ')}`] : []),
    ...(causes.length > 0 ? [`- may follow from: ${causes.join(', ')}`] : []),
    ...(lostWith.length > 0 ? [`- may be lost with rows that were not read: ${lostWith.join(', ')}`] : []),
    `- passes: ${exampleText(passing)}`,
    `- fails: ${exampleText(failing)}`,
    '',
  ].join('\n');
}

function exampleText({ rows, input }: Example): string {
  const here = rows.map(rowText).join('; ');
  const asked = input.required.map(({ id }) => id).join(', ');
  const present = [...new Set(rows.map(({ indicator }) => indicator.id))].join(', ');
  const maxima = [...input.maxima].map(([id, max]) => `${id} at most ${max}`);
  const last = [...(input.last?.figures ?? [])].map(([id, { value, numerator, denominator }]) => {
    return `${id} = ${value ?? `${numerator} / ${denominator}`}`;
  });
  return [
    here,
    ...(asked.split(', ').some((id) => !present.split(', ').includes(id)) ? [`asked: ${asked}`] : []),
    ...maxima,
    ...(last.length > 0 ? [`in ${input.last?.period}: ${last.join('; ')}`] : []),
  ].join(' · ');
}

function rowText({ indicator, numerator, denominator, result, value, note, missing }: FormRow): string {
  const { id, kind, overHundred, sumOf } = indicator;
  const single = value ?? figure(result);
  const plan = overHundred ? ', may exceed 100' : '';
  const parts = sumOf ? `, the sum of ${sumOf.join(' and ')}` : '';
  const written = kind === 'ratio' ? `${figure(numerator)} / ${figure(denominator)}` : single;
  const share = kind === 'ratio' && numberOf(result) !== null ? ` → ${figure(result)}` : '';
  return `${id} (${kind}${plan}${parts}) = ${written}${share}${missing ? ` said ${missing}` : ''}${note ? ` “${note}”` : ''}`;
}

function figure(part: Part | null): string {
  return numberOf(part) ?? 'blank';
}

function periodsOf({ periods: { from, to } }: Pick<Rule, 'periods'>): string {
  return to === null ? `since ${from}` : `${from} to ${to}`;
}

function needsOf({ needs }: Rule): string {
  return needs === undefined ? '' : 'the last standing figures';
}
