// Prints the digest of a constructed briefing's document, made on another day: `node write-docx.ts DAYS`.
import { createHash } from 'node:crypto';
import process from 'node:process';

const shift = Number(process.argv[2]) * 86_400_000;
const RealDate = Date;
// The library asks the clock as it likes; what it is told here is another day.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, other) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + shift] : args, other),
  get: (target, key) => (key === 'now' ? () => RealDate.now() + shift : Reflect.get(target, key)),
});
const { docxOf } = await import('../../../shared/briefing/render/docx.ts');
const { constructedBriefing } = await import('./constructed-briefing.ts');
const bytes = await docxOf(constructedBriefing('vi', { units: 12, indicators: 5 }));
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
