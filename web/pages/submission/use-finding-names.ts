import type { FindingsView } from '../../../shared/query/read-submission.ts';
import type { SubmissionFigures } from '../../../shared/query/read-submission-figures.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useAreaName } from '../../app/use-area-name.ts';
import { useIndicatorNames } from '../report/use-names.ts';

type Place = Pick<FindingsView['findings'][number], 'about' | 'at'>;

/** What the findings of a submission are about: an indicator by name, and the unit of its row where a file has several. */
export function useFindingNames(id: string): (place: Place) => string {
  const { answer } = useAnswer<SubmissionFigures>(`/v1/submissions/${id}/figures`);
  const indicatorName = useIndicatorNames();
  const areaName = useAreaName();
  const items = answer.state === 'ready' ? answer.value.items : [];
  return ({ about, at }) => {
    if (about === null) return '';
    // What stands twice is known by its indicator and its area.
    const [what = '', area] = about.split(' ');
    const row =
      at &&
      items.find(({ cells }) => cells.some((each) => each.at.cell === at.cell && each.at.sheet === at.sheet));
    const of = area ?? row?.area ?? null;
    const name = indicatorName(what);
    return [name === what ? areaName(what) : name, of && areaName(of)].filter(Boolean).join(' · ');
  };
}
