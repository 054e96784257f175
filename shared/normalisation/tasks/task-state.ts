import type { TaskState } from '../../tasks/task.ts';
import { fold } from '../fold.ts';

/** What a form offers to choose from, in the order of the list. */
export const offeredStates = { done: 'Hoàn thành', continuing: 'Chưa hoàn thành' } as const;

/** Words for how a task stands, folded (i for y). Compared whole: "hoàn thành một phần" is neither. */
const words: ReadonlyMap<string, TaskState> = new Map([
  ...[
    'hoan thanh',
    'da hoan thanh',
    'hoan thanh dung han',
    'da hoan thanh dung han',
    'hoan thanh truoc han',
    'da hoan thanh truoc han',
    'hoan thanh qua han',
    'da hoan thanh qua han',
    'hoan thanh cham',
    'hoan thanh 100',
    'da xong',
    'xong',
    'done',
    'completed',
    'complete',
  ].map((word) => [word, 'done'] as const),
  ...[
    'chua hoan thanh',
    'chua xong',
    'chua thuc hien',
    'chua trien khai',
    'dang thuc hien',
    'dang trien khai',
    'dang thuc hien trong han',
    'dang thuc hien qua han',
    'tiep tuc',
    'tiep tuc thuc hien',
    'tiep tuc trien khai',
    'qua han',
    'cham tien do',
    'continuing',
    'in progress',
    'ongoing',
    'not done',
    'not completed',
  ].map((word) => [word, 'continuing'] as const),
]);

/**
 * "Cơ bản hoàn thành" (done in the main): the third session of the National Committee on Digital Transformation (8
 * August 2022) counted 15 such of 27 tasks apart from the 12 to be continued, so it is done, and that is told.
 */
const mainly: ReadonlySet<string> = new Set([
  'co ban hoan thanh',
  'da co ban hoan thanh',
  'hoan thanh co ban',
  'da hoan thanh co ban',
]);

const longestState = 60;

/** What a text says of a task; undefined when that is not clear. */
export function taskStateOf(text: string): TaskState | undefined {
  const bare = plain(text);
  if (bare === undefined) return undefined;
  return isMainlyDone(text) ? 'done' : words.get(fold(bare));
}

/** True for a text that is taken as done, and tells so. */
export function isMainlyDone(text: string): boolean {
  const bare = plain(text);
  return bare !== undefined && mainly.has(fold(bare));
}

/** Letters that were struck out. */
const overlaid = /[\u0335-\u0338\u20D2-\u20F0]/;
/** Words, with quotes, round brackets, commas and dashes between them. */
const onlyWords = /^[\p{L}\p{M}\p{N}\p{Z}\p{Cf}\s,"“”'‘’()–—-]*[\p{L}\p{M}\p{N})"”'’]$/u;

/**
 * A text of words alone, without a bullet or a tick before it and a full stop behind it. Folding drops signs, and a
 * sign turns the words round: "☐ Hoàn thành", "≠ Hoàn thành", "Hoàn thành <100%", "Hoàn thành …%".
 * @returns undefined where any other sign stands beside them
 */
function plain(text: string): string | undefined {
  if (text.length > longestState) return undefined;
  const bare = text
    .trim()
    .replace(/^[-–—+•✓✔☑✅]\uFE0F?\s*/u, '')
    .replace(/[.;,]$/, '')
    .replace(/\b100\s?%/, '100');
  const isPlain = onlyWords.test(bare) && !overlaid.test(bare) && !/\(\s*\)/.test(bare);
  return isPlain ? bare : undefined;
}
