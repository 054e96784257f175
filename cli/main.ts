import process from 'node:process';
import { briefingCommand } from './briefing.ts';
import { catalogCommand } from './catalog.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { meetingsCommand } from './meetings.ts';
import { nilCommand } from './nil.ts';
import { statusCommand } from './status.ts';
import { submitCommand } from './submit.ts';
import { tasksCommand } from './tasks.ts';
import { templateCommand } from './template.ts';
import { usersCommand } from './users.ts';
import { verifyCommand } from './verify.ts';

/** Every command: those of who reports, then those of who runs the service. */
const commands: readonly Command[] = [
  templateCommand,
  checkCommand,
  submitCommand,
  nilCommand,
  statusCommand,
  doctorCommand,
  usersCommand,
  catalogCommand,
  meetingsCommand,
  briefingCommand,
  verifyCommand,
  tasksCommand,
];

/**
 * `npx diem-cau COMMAND …`.
 * @returns the exit status: the command's, or 2 when there is no such command
 */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === 'help') {
    process.stdout.write(help());
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command) return command.run(rest);
  const wrong = name === undefined ? '' : `diem-cau: không có lệnh này · no such command: ${name}\n\n`;
  process.stderr.write(`${wrong}${help()}`);
  return 2;
}

function help(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.flatMap(({ name, summary }) => [
    `  ${name.padEnd(width)}  ${summary.vi}`,
    `  ${' '.repeat(width)}  ${summary.en}`,
  ]);
  return `Điểm Cầu

  npx diem-cau LỆNH [TÙY CHỌN …]      npx diem-cau COMMAND [OPTION …]

${lines.join('\n')}

  npx diem-cau LỆNH --help            npx diem-cau COMMAND --help
`;
}
