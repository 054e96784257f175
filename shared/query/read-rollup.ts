import { gunzipSync } from 'node:zlib';
import { indicatorRollupName, type RollupName, type RollupStore } from '../aggregation/aggregate-period.ts';
import { coverageFrom, judgedAt } from '../aggregation/judge-coverage.ts';
import { punctualityOf } from '../aggregation/punctuality.ts';
import {
  expectedUnits,
  type Round,
  rollUpIndicator,
  rollUpScorecard,
  type ScorecardRollup,
} from '../aggregation/roll-up.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Period } from '../catalog/period.ts';
import type { Form } from '../catalog/schema.ts';
import { Refusal } from '../refusal.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';

/** A document as it is sent: made ahead and compressed, or small and made now. */
export type Document = { gzip: Uint8Array; etag: string } | { body: object };
export type Basis = 'as-reported' | 'current';
export type RollupParts = { catalog: Catalog; rollups: RollupStore };

/**
 * Who has reported on a form in a period, who was late, who is missing, and of whom nothing is due yet.
 * @param ask.at the instant at which it is asked, ISO 8601, UTC
 */
export async function readCoverage(
  ask: { form: string; period: string; at: string },
  parts: RollupParts,
): Promise<Document> {
  const { form, period } = formAndPeriod(parts.catalog, ask.form, ask.period);
  const name: RollupName = { period: period.code, kind: 'coverage', code: form.code };
  const stored = await parts.rollups.get(name);
  const kept = stored && JSON.parse(gunzipSync(stored.gzip).toString());
  const document = kept
    ? coverageFrom(kept)
    : punctualityOf(emptyRound(parts.catalog, form, period), () => null);
  const judged = judgedAt(document, { form, period }, ask.at);
  // What was made ahead is sent as it is, where it says what is true now.
  return stored && judged === kept ? stored : { body: { ...judged, provisional: true } };
}

/** One indicator's roll-up: the nation's figure and each unit's. @throws Refusal when it is not known */
export async function readIndicator(
  ask: { form: string; period: string; indicator: string },
  parts: RollupParts,
): Promise<Document> {
  const { form, period } = formAndPeriod(parts.catalog, ask.form, ask.period);
  const indicator = parts.catalog.indicators.get(ask.indicator);
  if (!indicator || !form.indicators.some((row) => row.indicator === indicator.id)) {
    throw new Refusal('not-found');
  }
  const stored = await parts.rollups.get(indicatorRollupName(form.code, period.code, indicator.id));
  return (
    stored ?? {
      body: { ...rollUpIndicator(emptyRound(parts.catalog, form, period), indicator), provisional: true },
    }
  );
}

/**
 * A scorecard of a period.
 * @throws Refusal `not-found`; `basis-not-available` when the period's map is not today's: what cannot be
 *   carried over is refused, never guessed
 */
export async function readScorecard(
  ask: { scorecard: string; period: string; basis: Basis },
  parts: RollupParts,
): Promise<Document> {
  const scorecard = parts.catalog.scorecards.get(ask.scorecard);
  if (!scorecard) throw new Refusal('not-found');
  const { form, period } = formAndPeriod(parts.catalog, scorecard.form, ask.period);
  if (ask.basis === 'current') requireTodaysMap(parts.catalog, form, period);
  const stored = await parts.rollups.get({ period: period.code, kind: 'scorecard', code: scorecard.code });
  if (stored && ask.basis === 'as-reported') return stored;
  const asReported = stored
    ? (JSON.parse(gunzipSync(stored.gzip).toString()) as ScorecardRollup)
    : { ...rollUpScorecard(emptyRound(parts.catalog, form, period), scorecard), provisional: true };
  return { body: { ...asReported, basis: ask.basis } };
}

function requireTodaysMap(catalog: Catalog, form: Form, period: Period): void {
  const dissolved = expectedUnits(catalog, form, period).some((unit) => unit.to !== null);
  if (dissolved) throw new Refusal('basis-not-available');
}

/** A round in which nobody has reported yet. */
function emptyRound(catalog: Catalog, form: Form, period: Period): Round {
  const units = expectedUnits(catalog, form, period);
  return { form, period, catalog, entries: units.map((unit) => ({ unit, standing: null, figures: [] })) };
}
