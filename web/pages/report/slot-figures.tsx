import type { UnitFigures } from '../../../shared/query/read-unit-figures.ts';
import type { State } from '../../../shared/submissions/moves.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FigureValue } from '../../parts/figure-value.tsx';
import type { Slot } from './slot-address.ts';
import { awaitsSignature } from './slot-stage.ts';
import { useIndicatorNames, useIndicatorUnits } from './use-names.ts';
import { words } from './words.ts';

type Item = UnitFigures['items'][number];

/**
 * The figures that stand, beside those of the period before.
 * @param latest where the last that was sent is: what waits for its signature is not told as never sent
 */
export function SlotFigures({ slot, latest }: { slot: Slot; latest: State | undefined }) {
  const say = useWords(words);
  const language = useLanguage();
  const nameOf = useIndicatorNames();
  const unitOf = useIndicatorUnits();
  const { answer, reload } = useAnswer<UnitFigures>(
    apiPath`/v1/units/${slot.unit}/figures?form=${slot.form}&period=${slot.period}`,
  );
  const isWaiting = awaitsSignature(latest);
  // A ministry's form about provinces has no figures of the ministry itself.
  const isAboutOthers = answer.state === 'failed' && answer.problem.code === 'unit-unknown';
  return (
    <section>
      <h2>{say.figures}</h2>
      {isAboutOthers ? (
        <p>{say.noFigures}</p>
      ) : (
        <Answered answer={answer} reload={reload}>
          {({ items, reported }) => {
            const earlier = items.find(({ previous }) => previous !== null)?.previous?.period;
            return (
              <>
                {isWaiting && <p>{reported ? say.waitingBeside : say.waiting}</p>}
                <DataTable
                  caption={say.figuresOf(periodText(slot.period, language))}
                  rows={items}
                  rowKey={({ indicator }) => indicator}
                  columns={[
                    {
                      key: 'name',
                      head: say.indicator,
                      names: true,
                      cell: ({ indicator }) => nameOf(indicator),
                    },
                    {
                      key: 'now',
                      head: say.now,
                      kind: 'number',
                      cell: (item) =>
                        !reported && isWaiting ? (
                          <span class="missing">{say.waits}</span>
                        ) : (
                          <FigureValue figure={reported ? item : null} unit={unitOf(item.indicator)} />
                        ),
                    },
                    ...(earlier
                      ? [
                          {
                            key: 'before',
                            head: say.before(periodText(earlier, language)),
                            kind: 'number' as const,
                            cell: ({ indicator, previous }: Item) => (
                              <FigureValue figure={previous} unit={unitOf(indicator)} />
                            ),
                          },
                        ]
                      : []),
                  ]}
                />
              </>
            );
          }}
        </Answered>
      )}
    </section>
  );
}
