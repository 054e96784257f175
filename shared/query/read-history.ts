import type { Catalog } from '../catalog/catalog.ts';
import type { Figure } from '../observations/page.ts';
import { Refusal } from '../refusal.ts';
import type { Identity, OnBehalf } from '../submissions/rights.ts';
import { everyVersion, type SlotKey, type Withdrawal } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { figuresAsked, figuresIn } from './figures-asked.ts';

/** What a version said of a figure. */
type Said = Pick<Figure, 'numerator' | 'denominator' | 'value' | 'status' | 'note' | 'approximate'>;

/**
 * One change of a figure: who confirmed it, when, from what to what, and why. Who, in which submission and why is left
 * out for a unit that another published about.
 */
export type Change = {
  version: number;
  submission?: string;
  /** ISO 8601, UTC. */
  at: string;
  by?: string;
  /** What stood just before; null where nothing did, or it did not have the figure. */
  old: Said | null;
  new: Said | null;
  /** True when the figure is not what it was. */
  changed: boolean;
  /** Why it replaces the version before it; null where none stood. */
  why?: string | null;
  /** The dissolved unit for which a successor's approver signed; null: their own unit. */
  onBehalfOf?: OnBehalf | null;
  /** True where the version certified that there is nothing to report. */
  nil: boolean;
  /** Why its warnings are right, by their codes. */
  explanations?: Record<string, string>;
  /** Who took the version back, when and why; null where nobody did. */
  withdrawn: Withdrawal | Pick<Withdrawal, 'at'> | null;
  standing: boolean;
};

/**
 * Everything that was ever told of a figure, oldest first: the slot, then the pages of all its versions in one batch.
 * @throws Refusal `form-unknown`, `period-unknown`, `unit-unknown`, `not-found`
 */
export async function readHistory(
  ask: {
    unit: string;
    form: string;
    period: string;
    indicator: string;
    area?: string | undefined;
    who: Identity;
  },
  parts: { catalog: Catalog; submissions: SubmissionStore },
): Promise<SlotKey & { indicator: string; items: Change[]; next: null }> {
  const asked = figuresAsked(ask, ask.who, parts.catalog);
  const { key } = asked;
  const group = asked.form.indicators.find((row) => row.indicator === ask.indicator)?.group;
  if (group === undefined) throw new Refusal('not-found');
  const slot = await parts.submissions.slot(key);
  if (!slot) throw new Refusal('not-found');
  const versions = everyVersion(slot);
  const pages = await parts.submissions.pagesOf(
    versions.map((version) => ({
      id: version.submission,
      groups: version.pages.filter((name) => name === group || name.startsWith(`${group}~`)),
    })),
  );
  let stood: Said | null = null;
  const figures = await Promise.all(
    versions.map(({ submission }) => figuresIn(pages.get(submission) ?? [], asked, parts.catalog)),
  );
  const items = versions.map((version, at): Change => {
    const said = saidIn(figures[at]?.find(({ indicator }) => indicator === ask.indicator));
    const { submission, signedBy: by, why, onBehalfOf, nil, explanations, withdrawn = null } = version;
    const change = {
      version: version.version,
      at: version.signedAt,
      ...(asked.ofOwner ? { submission, by, why, onBehalfOf, explanations } : {}),
      old: stood,
      new: said,
      changed: JSON.stringify(stood) !== JSON.stringify(said),
      nil,
      withdrawn: asked.ofOwner ? withdrawn : withdrawn && { at: withdrawn.at },
      standing: submission === slot.standing?.submission,
    };
    stood = withdrawn ? null : said;
    return change;
  });
  return { ...key, indicator: ask.indicator, items, next: null };
}

function saidIn(figure: Figure | undefined): Said | null {
  if (!figure) return null;
  const { numerator, denominator, value, status, note, approximate } = figure;
  return { numerator, denominator, value, status, note, approximate };
}
