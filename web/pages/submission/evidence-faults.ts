import { mostEvidenceBytes } from '../../../shared/submissions/evidence-kinds.ts';
import type { FieldError } from '../../parts/error-summary.tsx';
import type { evidenceWords } from './evidence-words.ts';

/** What the service would refuse, told before anything is sent. */
export function evidenceFaults(
  dispatch: string,
  file: Pick<File, 'size'> | null,
  say: Pick<(typeof evidenceWords)['vi'], 'missing' | 'empty' | 'tooLarge'>,
): FieldError[] {
  if (dispatch.trim() === '' && file === null) return [{ id: 'dispatch', message: say.missing }];
  if (file?.size === 0) return [{ id: 'evidence-file', message: say.empty }];
  if (file !== null && file.size > mostEvidenceBytes) return [{ id: 'evidence-file', message: say.tooLarge }];
  return [];
}
