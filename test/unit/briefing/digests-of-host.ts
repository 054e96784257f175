import { createHash } from 'node:crypto';
import { renderBriefing } from '../../../shared/briefing/briefing-files.ts';
import { briefingFileNames } from '../../../shared/briefing/briefing-name.ts';
import { publishedBriefing } from './published-snapshot.ts';

/** Prints the digest of every file of the briefing of the published figures, as this host makes it. */
for (const { kind, language } of briefingFileNames) {
  const bytes = await renderBriefing(publishedBriefing(language), kind);
  process.stdout.write(`${language}.${kind} ${createHash('sha256').update(bytes).digest('hex')}\n`);
}
