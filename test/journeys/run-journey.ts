// `npm run journey`: one province's story against a running stage, by its public face only. See --help.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ApiClient } from '../../local/job/api-client.ts';
import { tellProvinceStory } from '../../local/job/province-story.ts';
import { readSamples } from '../../local/job/samples.ts';
import { reportOf, unitIds } from '../../local/job/unit-sample.ts';
import { castFrom } from './cast.ts';

const help = `Một tỉnh đi trọn đường trên một hệ thống đang chạy: mở bản nộp, gửi tệp bằng URL đã ký, kiểm tra, ký,
có mặt trong tình hình báo cáo, truy nguồn gốc một số liệu. Báo cáo mẫu được ký và ở lại trong hệ thống:
chỉ chạy trên hệ thống thử nghiệm, không chạy trên hệ thống đang dùng thật.

One province's whole story against a running stage: open, put by signed URL, verdict, sign, coverage, lineage.
It leaves a signed sample report behind: run it against a test stage, never against one that is in use.

  npm run journey -- --url URL --tokens FILE [--unit CODE]

  --url URL      where the API answers (or DIEM_CAU_URL)
  --tokens FILE  JSON: {"reporter": "<ID token>", "approver": "<ID token>"}, two people of that unit
                 (or DIEM_CAU_TOKENS: such a file's name, or the JSON itself)
  --unit CODE    the unit that both act for (82)
  --help         this text

Exit status: 0 the story holds · 1 it does not · 2 wrong option`;

const fail = (status: number, message: string): number => {
  process.stderr.write(`${message}\n`);
  return status;
};

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const asked = optionsOf(args);
  if (asked === 'help') {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  if (typeof asked === 'string') return fail(2, `${asked}\n\n${help}`);
  try {
    const { url, tokens, unit } = asked;
    const service = new ApiClient(url);
    const samples = readSamples();
    const sample = samples.files.find(({ unitCode }) => unitCode === unit);
    if (!sample) return fail(2, `--unit ${unit}: there is no sample report of that unit`);
    const report = reportOf(samples, sample, await unitIds(service));
    const began = performance.now();
    const { covered, lineage } = await tellProvinceStory(service, tokens, report, (step) =>
      process.stderr.write(`[${((performance.now() - began) / 1000).toFixed(1)} s] ${step}\n`),
    );
    const { indicator, version, file, cells } = lineage;
    const outcome = { unit: covered.name, state: covered.state, indicator, version, file, cells };
    process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
    return 0;
  } catch (error) {
    return fail(1, error instanceof Error ? error.message : String(error));
  }
}

type Options = { url: string; tokens: ReturnType<typeof castFrom>; unit: string };

/** The options, `help`, or what is wrong with them. */
function optionsOf(args: string[]): Options | 'help' | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        url: { type: 'string' },
        tokens: { type: 'string' },
        unit: { type: 'string', default: '82' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const url = values.url ?? process.env.DIEM_CAU_URL;
    const tokens = values.tokens ?? process.env.DIEM_CAU_TOKENS;
    if (url === undefined || !URL.canParse(url)) return '--url: where the API answers';
    if (tokens === undefined) return '--tokens: a file with the tokens of a reporter and an approver';
    return { url, tokens: castFrom(tokens), unit: values.unit };
  } catch (error) {
    return (error as Error).message;
  }
}
