import { readFileSync } from 'node:fs';
import type { Unit } from '../../../shared/catalog/schema.ts';

/**
 * Inputs of provinces and ministries that add up to what was published of the second and third session. They are
 * constructed: no province's own figures of 2022 were published. Every figure is made by the arithmetic below from
 * the published total and the unit's place in the list of codes, so that anybody can check it by hand.
 */

type Share = readonly [have: number, of: number];
export const published = JSON.parse(
  readFileSync(new URL('../../data/sessions/published.json', import.meta.url), 'utf8'),
) as {
  second: {
    boards: Record<'provinces' | 'ministries', Share>;
    plans: Record<'provinces' | 'ministries', Share>;
    smartphone: string;
    fibre: string;
    communesOnDedicatedNetwork: string;
    electronicInvoices: string;
    digitalFirms: string;
    tasksAssigned: number;
  };
  third: Record<
    | 'smartphone'
    | 'fibre'
    | 'firmsWithElectronicInvoices'
    | 'ecommerceShare'
    | 'paymentAccounts'
    | 'servicesWithDossiers'
    | 'dossiersOnline'
    | 'fixedBroadband'
    | 'mobileBroadband',
    string
  > & { tasksDone: number; tasksContinuing: number };
};

/** One row of a report: a ratio's parts, or a value. */
export type Row = { indicator: string; numerator?: number; denominator?: number; value?: string };

/** How many a constructed province counts in each whole: 10,000, so that a percentage with two decimals is exact. */
const perUnit = 10_000;

/** The unit's part of a whole number: equal parts, and what is left over one each to the first. */
export function partOf(total: number, place: number, units: number): number {
  return Math.floor(total / units) + (place < total % units ? 1 : 0);
}

/** A share whose sums over all units give exactly this percentage (of at most two decimals). */
function share(indicator: string, percent: string, place: number, units: number): Row {
  const hundredths = Math.round(Number(percent) * 100);
  return { indicator, numerator: partOf(hundredths * units, place, units), denominator: perUnit };
}

function answer(indicator: string, [have]: Share, place: number): Row {
  return { indicator, value: place < have ? 'Có' : 'Không' };
}

/** What a constructed unit reports of the first quarter. */
export function rowsOfFirstQuarter(unit: Unit, place: number, units: number): Row[] {
  const { second } = published;
  const who = unit.kind === 'province' ? 'provinces' : 'ministries';
  const common = [answer('S2-BOARD', second.boards[who], place), answer('S2-PLAN', second.plans[who], place)];
  if (unit.kind !== 'province') return common;
  return [
    ...common,
    share('411-03', second.smartphone, place, units),
    share('411-06', second.fibre, place, units),
    share('S2-COMMUNES', second.communesOnDedicatedNetwork, place, units),
    { indicator: 'S2-INVOICES', value: String(partOf(Number(second.electronicInvoices), place, units)) },
    { indicator: 'S2-FIRMS', value: String(partOf(Number(second.digitalFirms), place, units)) },
  ];
}

/** What a constructed unit reports of the first half. */
export function rowsOfFirstHalf(unit: Unit, place: number, units: number): Row[] {
  const { second, third } = published;
  if (unit.kind !== 'province') return [answer('S2-BOARD', second.boards.ministries, place)];
  return [
    share('411-03', third.smartphone, place, units),
    share('411-06', third.fibre, place, units),
    share('S3-SERVICES', third.servicesWithDossiers, place, units),
    share('S3-DOSSIERS', third.dossiersOnline, place, units),
  ];
}

/** What the ministry in charge reported of the nation, as it was published: no unit's figures stand behind it. */
export function rowsOfTheNation(): Row[] {
  const { third } = published;
  return [
    { indicator: 'H1-2022-01', value: third.firmsWithElectronicInvoices },
    { indicator: 'H1-2022-02', value: third.ecommerceShare },
    { indicator: 'H1-2022-03', value: third.paymentAccounts },
    { indicator: 'H1-2022-08', value: third.fixedBroadband },
    { indicator: 'H1-2022-09', value: third.mobileBroadband },
  ];
}
