import { writeFileSync } from 'node:fs';
import { rulesPage } from './rules-page.ts';

/** Writes docs/rules.md anew: `npm run docs:rules`. */
writeFileSync(new URL('../../docs/rules.md', import.meta.url), rulesPage());
