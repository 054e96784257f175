import { writeFileSync } from 'node:fs';
import { submissionMovesPage } from './submission-moves-page.ts';

/** Writes docs/submission-moves.md anew: `npm run docs:moves`. */
writeFileSync(new URL('../../docs/submission-moves.md', import.meta.url), submissionMovesPage());
