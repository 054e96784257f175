import { carriageOf } from './carriage.ts';
import type { Catalog } from './catalog.ts';
import { checkEach } from './gather-faults.ts';
import { reportingKinds } from './reporters.ts';
import type { Form, Indicator, Scorecard } from './schema.ts';

/**
 * What a catalogue's indicators, forms and scorecards say of each other beyond naming what exists: how figures add
 * up, who leads and publishes, which version is asked for when, and that points add up to their most.
 * @throws CatalogError that names every entry which is wrong
 */
export function checkMeaning(catalog: Catalog): void {
  const checks = [
    () => checkEach(catalog.indicators.values(), (indicator) => checkIndicator(catalog, indicator)),
    () => checkEach(catalog.everyForm, (form) => checkForm(catalog, form)),
    () => checkEach(catalog.everyScorecard, (scorecard) => checkScorecard(catalog, scorecard)),
  ];
  checkEach(checks, (check) => check());
}

function checkIndicator({ indicators, units }: Catalog, indicator: Indicator): void {
  const { id, kind, over, lead, targets = [] } = indicator;
  if (lead?.unit !== undefined && !units.has(lead.unit)) {
    throw new Error(`catalogue: ${id} is led by ${lead.unit}, which does not exist`);
  }
  if (over && (over.units === 'weighted') !== (over.weight !== undefined)) {
    throw new Error(`catalogue: ${id} is weighted by another indicator, or names none`);
  }
  const weight = over?.weight === undefined ? undefined : indicators.get(over.weight);
  if (over?.weight !== undefined && (!weight || carriageOf(weight).units !== 'sum')) {
    throw new Error(`catalogue: ${id} is weighted by ${over.weight}, which is no indicator that is summed`);
  }
  const isRatio = over?.units === 'ratio' || over?.time === 'ratio';
  if (isRatio && kind !== 'ratio') throw new Error(`catalogue: ${id} is no ratio, and adds up as one`);
  const aims = targets.map(({ year, among }) => `${year ?? 'always'} ${among ?? ''}`);
  if (new Set(aims).size < aims.length) throw new Error(`catalogue: ${id} has two targets for one year`);
  for (const { aim, text } of targets) {
    if (aim.is === 'range' && Number(aim.from) >= Number(aim.to)) {
      throw new Error(`catalogue: ${id} has a target that ends before it begins: ${text}`);
    }
  }
}

function checkForm(catalog: Catalog, form: Form): void {
  const { code, version, from, to } = form;
  const where = `form ${code} version ${version}`;
  const kinds = reportingKinds(form);
  if (new Set(kinds).size < kinds.length) throw new Error(`catalogue: ${where} names a kind of unit twice`);
  for (const reporter of form.reporters ?? []) {
    const kind = catalog.units.get(reporter)?.kind;
    if (!kind || !kinds.includes(kind)) {
      throw new Error(`catalogue: ${where} is reported by ${reporter}, which is no ${kinds.join(', no ')}`);
    }
  }
  if (to !== null && to < from) throw new Error(`catalogue: ${where} ends before it begins`);
  for (const other of catalog.everyForm) {
    if (other.code !== code || other.version <= version || other.periodKind !== form.periodKind) continue;
    if (to === null || other.from <= to) {
      throw new Error(`catalogue: ${where} and version ${other.version} are asked for in one period`);
    }
  }
  const asked = new Set(form.indicators.map(({ indicator }) => indicator));
  if (asked.size < form.indicators.length) throw new Error(`catalogue: ${where} asks for an indicator twice`);
  for (const id of asked) {
    const weight = catalog.indicators.get(id)?.over?.weight;
    if (weight !== undefined && !asked.has(weight)) {
      throw new Error(`catalogue: ${where} asks for ${id} without ${weight}, by which it is weighted`);
    }
  }
}

function checkScorecard({ indicators, everyScorecard }: Catalog, scorecard: Scorecard): void {
  const { code, version, form, groups, total, max } = scorecard;
  const where = `scorecard ${code} version ${version}`;
  if (everyScorecard.some((each) => each !== scorecard && each.code === code && each.form === form)) {
    throw new Error(`catalogue: ${where} and another version score the form ${form}`);
  }
  const { divideBy, reported } = total ?? {};
  if (reported !== undefined && !indicators.has(reported)) {
    throw new Error(`catalogue: ${where} names the indicator ${reported}, which does not exist`);
  }
  // Points are whole, or have few decimals: exact in a check of our own data.
  if (divideBy === undefined && reported !== undefined) return;
  const sum = groups.reduce((points, group) => points + Number(group.max), 0);
  if (sum / Number(divideBy ?? '1') !== Number(max)) {
    throw new Error(`catalogue: ${where} has groups of ${sum} points for a total of ${max}`);
  }
}
