import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import { apiChecks } from './doctor/api-face.ts';
import { type Check, type Finding, findingOf, notRun, type Patient } from './doctor/check.ts';
import { routeChecks } from './doctor/routes.ts';
import { readStage } from './doctor/stage.ts';
import { reachable, transportChecks } from './doctor/transport.ts';

const help = `npx diem-cau doctor: kiểm tra một hệ thống đang chạy từ bên ngoài, không ghi gì vào đó.
npx diem-cau doctor: looks at a running service from outside, and writes nothing into it.

  --url URL       where the API answers
  --stage STAGE   the stage as it is deployed: address, portal and bucket come from its stacks
                  (needs AWS credentials that may cloudformation:DescribeStacks)
  --origin URL    with --url: the portal's origin, for the check of CORS
  --uploads URL   with --url: where the uploads bucket answers, for the check of unsigned requests
  --json          print the findings as one JSON document
  --lang vi|en    the language of what is printed (vi)
  --help          this text

Exit status: 0 nothing is wrong · 1 a check failed · 2 wrong option, or the stacks cannot be read
`;

type Named = { name: string; finding: Finding };
type Options = {
  target: { stage: string } | { patient: Patient };
  json: boolean;
  lang: 'vi' | 'en';
};

/** `npx diem-cau doctor`: every check is named; what fails says what to do. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: {
    vi: 'kiểm tra một hệ thống đang chạy (--url, --stage)',
    en: 'looks whether a running service is well (--url, --stage)',
  },
  async run(args) {
    let options: Options | 'help';
    try {
      options = optionsOf([...args]);
    } catch (error) {
      process.stderr.write(`${(error as Error).message}\n\n${help}`);
      return 2;
    }
    if (options === 'help') {
      process.stdout.write(help);
      return 0;
    }
    try {
      return report(await examine(options.target), options);
    } catch (error) {
      process.stderr.write(`doctor: ${(error as Error).message}\n`);
      return 2;
    }
  },
};

/** Looks at everything, and reports all that is wrong, not the first. */
async function examine(target: Options['target']): Promise<Named[]> {
  if ('patient' in target) return examinePublicFace(target.patient);
  const { patient, findings } = await readStage(target.stage);
  return patient === null ? findings : [...findings, ...(await examinePublicFace(patient))];
}

async function examinePublicFace(patient: Patient): Promise<Named[]> {
  const first = { name: reachable.name, finding: await findingOf(reachable, patient) };
  const rest: Check[] = [...transportChecks, ...apiChecks, ...routeChecks];
  if (first.finding.state === 'failed') {
    const finding = notRun({ vi: 'hệ thống không trả lời', en: 'the service does not answer' });
    return [first, ...rest.map(({ name }) => ({ name, finding }))];
  }
  // One after the other, since a service has a limit of requests a second.
  const found: Named[] = [first];
  for (const check of rest) found.push({ name: check.name, finding: await findingOf(check, patient) });
  return found;
}

/** @returns the exit status */
function report(found: readonly Named[], { json, lang }: Options): number {
  const isWell = found.every(({ finding }) => finding.state !== 'failed');
  if (json) {
    const checks = found.map(({ name, finding }) => ({ name, ...finding }));
    process.stdout.write(`${JSON.stringify({ ok: isWell, checks }, null, 2)}\n`);
  } else {
    process.stdout.write(found.map((each) => `${lineOf(each, lang)}\n`).join(''));
  }
  return isWell ? 0 : 1;
}

const marks = { ok: '✓', failed: '✗', 'not-run': '–' };

function lineOf({ name, finding }: Named, lang: 'vi' | 'en'): string {
  const line = `${marks[finding.state]} ${name}`;
  if (finding.state === 'ok') return `${line}: ${finding.saw}`;
  if (finding.state === 'not-run') return `${line}: ${finding.why[lang]}`;
  return `${line}: ${finding.saw}\n    ${finding.todo[lang]}`;
}

/** @throws Error that says which option is wrong */
function optionsOf(args: string[]): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string' },
      stage: { type: 'string' },
      origin: { type: 'string' },
      uploads: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'vi' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { url, stage, origin, uploads, json, lang } = values;
  if (lang !== 'vi' && lang !== 'en') throw new Error('--lang: vi or en');
  if ((url === undefined) === (stage === undefined)) throw new Error('--url or --stage, one of the two');
  if (stage !== undefined) return { target: { stage }, json, lang };
  const patient = {
    url: addressOf('--url', url as string),
    origin: origin === undefined ? null : addressOf('--origin', origin),
    uploads: uploads === undefined ? null : addressOf('--uploads', uploads),
  };
  return { target: { patient }, json, lang };
}

function addressOf(option: string, text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new Error(`${option}: an http(s) address`);
  return text.replace(/\/+$/, '');
}
