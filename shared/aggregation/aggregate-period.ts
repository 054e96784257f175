import type { Catalog } from '../catalog/catalog.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { firstReceivedIn, type Gathered, gatherRound } from './gather-round.ts';
import { judgedAt } from './judge-coverage.ts';
import { punctualityOf } from './punctuality.ts';
import { rollUpIndicator, rollUpScorecard } from './roll-up.ts';

/** A roll-up's name: one document each. */
export type RollupName = { period: string; kind: 'scorecard' | 'coverage' | 'indicator'; code: string };

/** An indicator's roll-up is of one form: two forms may ask for the same indicator. */
export function indicatorRollupName(form: string, period: string, indicator: string): RollupName {
  return { period, kind: 'indicator', code: `${form}/${indicator}` };
}

/** Where roll-ups are kept: whole documents, ready to be sent. */
export type RollupStore = {
  /** Overwrites the document unless one that saw more stands. */
  put(name: RollupName, document: object, progress: number): Promise<'written' | 'older-than-what-stands'>;
  /** The document's gzip bytes as they are sent, and their strong ETag. */
  get(name: RollupName): Promise<{ gzip: Uint8Array; etag: string } | undefined>;
};

/**
 * Recomputes a period's roll-ups from what stands, and never increments: whichever order acceptances come
 * in, and however often, the documents are the same.
 * @throws Refusal when the form or the period is not known
 */
export async function aggregatePeriod(
  ask: { form: string; period: string },
  parts: { catalog: Catalog; submissions: SubmissionStore; rollups: RollupStore },
): Promise<'written' | 'older-than-what-stands'> {
  const { form, period } = formAndPeriod(parts.catalog, ask.form, ask.period);
  const gathered = await gatherRound({ form, period, cutOff: null }, parts);
  const words = await Promise.all(
    provisionalDocumentsOf(gathered).map(({ name, document }) =>
      parts.rollups.put(name, document, gathered.progress),
    ),
  );
  return words.every((word) => word === 'written') ? 'written' : 'older-than-what-stands';
}

function provisionalDocumentsOf(gathered: Gathered): { name: RollupName; document: object }[] {
  return documentsOf(gathered).map(({ name, document }) => ({
    name,
    document: { ...document, provisional: true },
  }));
}

/** Every document of a round, without clock times: coverage (judged at the cut-off, if it has one), each scorecard of the form, each indicator. */
export function documentsOf(gathered: Gathered): { name: RollupName; document: object }[] {
  const { round, cutOff } = gathered;
  const coverage = punctualityOf(round, firstReceivedIn(gathered));
  const { form, period, catalog } = round;
  const named = (kind: RollupName['kind'], code: string) => ({ period: period.code, kind, code });
  const scorecards = [...catalog.scorecards.values()].filter((scorecard) => scorecard.form === form.code);
  const indicators = form.indicators.flatMap((row) => catalog.indicators.get(row.indicator) ?? []);
  return [
    {
      name: named('coverage', form.code),
      document: cutOff === null ? coverage : judgedAt(coverage, round, cutOff),
    },
    ...scorecards.map((scorecard) => ({
      name: named('scorecard', scorecard.code),
      document: rollUpScorecard(round, scorecard),
    })),
    ...indicators.map((indicator) => ({
      name: indicatorRollupName(form.code, period.code, indicator.id),
      document: rollUpIndicator(round, indicator),
    })),
  ];
}
