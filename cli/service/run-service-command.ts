import process from 'node:process';
import { type Lang, messageOf } from '../usage.ts';
import { troubleOf } from './trouble.ts';

/**
 * Runs a command that talks to the service: wrong options, `--help`, and what goes wrong on the way, in one manner.
 * @returns the exit status: the work's own, or 2 when an option is wrong or it could not run
 */
export async function runServiceCommand<Options extends { api: string; lang: string }>(
  name: string,
  help: string,
  read: () => Options | 'help',
  work: (options: Options, lang: Lang) => Promise<number>,
): Promise<number> {
  let options: Options | 'help';
  try {
    options = read();
  } catch (error) {
    process.stderr.write(`${name}: ${messageOf(error)}\n\nnpx diem-cau ${name} --help\n`);
    return 2;
  }
  if (options === 'help') {
    process.stdout.write(help);
    return 0;
  }
  const lang: Lang = options.lang === 'en' ? 'en' : 'vi';
  try {
    return await work(options, lang);
  } catch (error) {
    const { status, message } = troubleOf(error, options.api, lang);
    process.stderr.write(`${name}: ${message}\n`);
    return status;
  }
}
