import type { FindingsView, SubmissionView } from '../../../shared/query/read-submission.ts';
import { useAreaName } from '../../app/use-area-name.ts';
import { useIndicatorNames } from '../report/use-names.ts';
import { useFigures } from './use-figures.ts';

type Place = Pick<FindingsView['findings'][number], 'about' | 'at'>;

/** What the findings of a submission are about: an indicator by name, and the unit of its row where a file has several. */
export function useFindingNames(submission: SubmissionView): (place: Place) => string {
  const items = useFigures(submission);
  const indicatorName = useIndicatorNames();
  const areaName = useAreaName();
  return ({ about, at }) => {
    if (about === null) return '';
    // What stands twice is known by its indicator and its area.
    const [what = '', area] = about.split(' ');
    const row =
      at &&
      items?.find(({ cells }) =>
        cells.some((each) => each.at.cell === at.cell && each.at.sheet === at.sheet),
      );
    const of = area ?? row?.area ?? null;
    const name = indicatorName(what);
    return [name === what ? areaName(what) : name, of && areaName(of)].filter(Boolean).join(' · ');
  };
}
