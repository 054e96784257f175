import type { SubmissionView } from '../../../shared/query/read-submission.ts';

/**
 * What a withdrawal takes away. `standing`: the version in force · `beside`: a file that waits while a version goes on
 * standing · `unsigned`: a file that waits where nothing stands.
 */
export function lossOf({
  state,
  standingVersion,
}: Pick<SubmissionView, 'state' | 'standingVersion'>): 'standing' | 'beside' | 'unsigned' {
  if (state.startsWith('signed')) return 'standing';
  return standingVersion > 0 ? 'beside' : 'unsigned';
}
