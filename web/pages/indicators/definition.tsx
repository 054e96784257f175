import type { Indicator } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { unitNameIn, useUnits } from '../../app/use-units.ts';
import { aimTexts, measuredText } from '../../format/measures.ts';
import { Facts } from '../../parts/facts.tsx';
import { Formula } from '../lineage/formula-text.tsx';
import type { Asking } from './indicator-list.ts';
import { words } from './words.ts';

/** What an indicator is: formula, unit of measure, direction, target, who asks for it and by which decision. */
export function Definition({ indicator, askedBy }: { indicator: Indicator; askedBy: readonly Asking[] }) {
  const say = useWords(words);
  const language = useLanguage();
  const { id, unit, direction, targets = [], lead, level, status } = indicator;
  const named = useLeadName(lead);
  return (
    <>
      <Formula indicator={indicator} />
      <section aria-labelledby="dinh-nghia">
        <h2 id="dinh-nghia">{say.definition}</h2>
        <Facts
          facts={[
            [say.code, <code key="code">{id}</code>],
            [say.unitOfMeasure, unitText(unit, language)],
            [say.direction, say.directions[direction]],
            [say.target, targets.length === 0 ? say.noTarget : aimTexts(targets, language).join('; ')],
            ...(level ? ([[say.level, say.levels[level]]] as const) : []),
            ...(lead
              ? ([
                  [
                    say.lead2,
                    language === 'en' && named !== undefined ? (
                      named
                    ) : (
                      <span key="lead" lang="vi">
                        {lead.name}
                      </span>
                    ),
                  ],
                ] as const)
              : []),
            [
              say.askedBy,
              askedBy.length === 0
                ? say.notAsked
                : askedBy
                    .map(({ names, periodKind }) => `${names[language]} (${say.kinds[periodKind]})`)
                    .join('; '),
            ],
          ]}
        />
        {status === 'partly-inferred' && <p>{say.inferred}</p>}
      </section>
    </>
  );
}

/** Who leads, as the catalogue of units calls it; undefined where it is none of its units, or not known yet. */
function useLeadName(lead: Indicator['lead']): string | undefined {
  const language = useLanguage();
  const { answer } = useUnits();
  const book = answer.state === 'ready' ? answer.value : null;
  const unit = lead?.unit ? book?.units.get(lead.unit) : undefined;
  return book && unit ? unitNameIn(book, unit, language) : undefined;
}

/** The unit of measure by itself. */
function unitText(unit: string, language: 'vi' | 'en'): string {
  return unit === '0..1' ? '0–1' : measuredText('', unit, language).trim();
}
