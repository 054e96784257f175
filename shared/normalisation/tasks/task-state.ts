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

/** What a text says of a task; undefined when that is not clear. */
export function taskStateOf(text: string): TaskState | undefined {
  return text.length > 60 ? undefined : words.get(fold(text));
}
