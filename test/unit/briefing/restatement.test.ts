import { describe, expect, test } from '@jest/globals';
import { documentsOf } from '../../../shared/aggregation/aggregate-period.ts';
import type { Entry, Round } from '../../../shared/aggregation/round.ts';
import { aboutUnits } from '../../../shared/aggregation/round.ts';
import { restatementOf } from '../../../shared/briefing/restatement.ts';
import { type Manifest, nameOf, type Snapshot, snapshotOf } from '../../../shared/briefing/snapshot.ts';
import { catalog, formIn } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form, Unit } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';
import {
  emptySlot,
  type Slot,
  type SlotKey,
  type Standing,
  slotName,
  withSigned,
  withWithdrawn,
} from '../../../shared/submissions/slot.ts';
import { standingAt } from '../../../shared/submissions/slot-at.ts';

/** A round of the DTI of 2022, on the map of 63: what three provinces had, and what became of it. */
const asked = { form: 'dti922-published', period: '2022' };
const period = periodOf(asked.period) as Period;
const form = formIn(catalog, asked.form, asked.period) as Form;
const index = '922.total';
const cutOffs = { old: '2023-07-01T10:00:00.000Z', new: '2023-12-01T10:00:00.000Z' };

type Told = Readonly<Record<string, Partial<Figure> | null>>;
const unitNamed = (id: string) => catalog.units.get(id) as Unit;

function roundOf(told: Told): Round {
  const entries = aboutUnits(catalog, form, period).map((unit): Entry => {
    const own = told[unit.id];
    if (!own) return { unit, standing: null, figures: [] };
    return {
      unit,
      standing: { version: 1, state: 'reported' },
      figures: [{ ...none, indicator: index, ...own }],
    };
  });
  return { form, period, catalog, entries };
}
const none: Figure = {
  indicator: index,
  value: null,
  numerator: null,
  denominator: null,
  status: 'reported',
  approximate: false,
  note: null,
};

const versions = { engine: '3', code: '0.1.0' };
function snapshotFor(
  round: Round,
  inputs: { unit: string; version: number }[],
  under = catalog.version,
): Snapshot {
  const facts: Omit<Manifest, 'documents'> = {
    meeting: {
      id: 'ubqg-06',
      body: 'UBQG',
      number: 6,
      date: '2023-07-12',
      theme: { vi: 'x', en: 'x' },
      asks: [{ ...asked }],
      constructed: true,
    },
    cutOff: cutOffs.old,
    catalog: { version: under, sha256: '' },
    ...versions,
    previous: null,
    rounds: [asked],
    inputs: inputs.map((input) => ({ ...input, ...asked, sha256: '', pages: [] })),
  };
  return snapshotOf(facts, documentsOf(round, cutOffs.old));
}

const signed = (at: string, more: Partial<Standing> = {}): Omit<Standing, 'version'> => ({
  submission: '0'.repeat(32),
  sha256: '',
  receivedAt: at,
  signedAt: at,
  signedBy: 'somebody@example.vn',
  explanations: {},
  pages: [],
  why: null,
  nil: false,
  onBehalfOf: null,
  ...more,
});
const keyOf = (unit: string): SlotKey => ({ unit, ...asked });

async function restated(old: Snapshot, now: Round, slots: readonly Slot[], under = versions) {
  const held = new Map(slots.map((slot) => [slotName(slot.key), slot]));
  const inputs = slots.flatMap((slot) => {
    const standing = standingAt(slot, cutOffs.new);
    return standing ? [{ unit: unitNamed(slot.key.unit), standing }] : [];
  });
  return restatementOf(
    { meeting: 'ubqg-07', cutOff: cutOffs.new, previous: { hash: nameOf(old.manifest), snapshot: old } },
    {
      catalog,
      versions: under,
      submissions: {
        slots: async (keys) =>
          new Map(
            keys.flatMap((key) => {
              const slot = held.get(slotName(key));
              return slot ? [[slotName(key), slot] as const] : [];
            }),
          ),
      },
      round: async () => ({ round: now, inputs, progress: 0 }),
    },
  );
}

const reporter = form.reporters?.[0] ?? '';
const [binhDinh, haNoi, hue] = ['province:52@2008', 'province:01@2008', 'province:46@2008'];

describe('what changed since the meeting before', () => {
  test('the form of this test is published by one unit for all', () => {
    expect(form.about?.kind).toBe('province');
    expect(reporter).toMatch(/^ministry:/);
  });

  test('a figure that changed, one that appeared and one that disappeared, with who did it, why and what for the nation', async () => {
    const old = snapshotFor(roundOf({ [binhDinh]: { value: '0.50' }, [haNoi]: { value: '0.70' } }), [
      { unit: reporter, version: 1 },
    ]);
    const first = withSigned(keyOf(reporter), undefined, signed('2023-06-20T00:00:00.000Z'));
    const slot = withSigned(
      keyOf(reporter),
      first,
      signed('2023-08-02T00:00:00.000Z', { why: 'Tính lại theo phúc khảo.' }),
    );
    const now = roundOf({ [binhDinh]: { value: '0.60' }, [hue]: { value: '0.65' } });
    const told = await restated(old, now, [slot]);
    expect(told.reports).toEqual([
      {
        unit: reporter,
        code: expect.any(String),
        name: expect.any(String),
        ...asked,
        change: 'revised',
        versions: { old: 1, new: 2 },
        why: ['Tính lại theo phúc khảo.'],
        successor: null,
      },
    ]);
    const figures = told.figures.map(({ unit, indicator, change, old: was, new: is, because }) => {
      return [unit, indicator, change, was?.value ?? null, is?.value ?? null, because];
    });
    expect(figures).toEqual([
      [haNoi, index, 'disappeared', '0.70', null, 'report'],
      [hue, index, 'appeared', null, '0.65', 'report'],
      [binhDinh, index, 'changed', '0.50', '0.60', 'report'],
    ]);
    expect(told.figures.every(({ reports }) => reports[0]?.why[0] === 'Tính lại theo phúc khảo.')).toBe(true);
    // Who signed is nobody's business here.
    expect(JSON.stringify(told)).not.toContain('somebody');
  });

  // Ranks by hand: before 0.70, 0.55, 0.50 of Hà Nội, Cao Bằng, Bình Định; now 0.65, 0.60, 0.55 of Huế, Bình Định,
  // Cao Bằng. Cao Bằng reported the same, and others passed it.
  test('totals and ranks that became others are told, also where only others’ figures changed', async () => {
    const caoBang = 'province:04@2008';
    const told = (values: Readonly<Record<string, string>>) =>
      roundOf(Object.fromEntries(Object.entries(values).map(([unit, value]) => [unit, { value }])));
    const old = snapshotFor(told({ [haNoi]: '0.70', [caoBang]: '0.55', [binhDinh]: '0.50' }), []);
    const now = told({ [hue]: '0.65', [binhDinh]: '0.60', [caoBang]: '0.55' });
    const { scores, figures } = await restated(old, now, []);
    const ranks = scores.map(({ unit, scorecard, old: was, new: is }) => {
      return [scorecard, unit, was?.total ?? null, was?.rank ?? null, is?.total ?? null, is?.rank ?? null];
    });
    expect(ranks).toEqual([
      ['dti922', haNoi, '0.70', 1, null, null],
      ['dti922', caoBang, '0.55', 2, '0.55', 3],
      ['dti922', hue, null, null, '0.65', 1],
      ['dti922', binhDinh, '0.50', 3, '0.60', 2],
    ]);
    expect(figures.map(({ unit }) => unit)).toEqual([haNoi, hue, binhDinh]);
  });

  test('what did not change is not told', async () => {
    const round = roundOf({ [binhDinh]: { value: '0.50' } });
    const slot = withSigned(keyOf(reporter), undefined, signed('2023-06-20T00:00:00.000Z'));
    const told = await restated(snapshotFor(round, [{ unit: reporter, version: 1 }]), round, [slot]);
    expect([told.reports, told.figures, told.nation, told.scores]).toEqual([[], [], [], []]);
  });

  test('what was signed and taken back again before the next cut-off tells why it was taken back', async () => {
    const old = snapshotFor(roundOf({ [binhDinh]: { value: '0.50' } }), [{ unit: reporter, version: 1 }]);
    const first = withSigned(keyOf(reporter), undefined, signed('2023-06-20T00:00:00.000Z'));
    const withdrawal = { at: '2023-09-01T00:00:00.000Z', by: 'somebody', why: 'Nhầm năm.' };
    const slot = withWithdrawn(keyOf(reporter), first, '0'.repeat(32), withdrawal);
    const told = await restated(old, roundOf({}), [slot]);
    expect(told.reports).toMatchObject([
      { change: 'withdrawn', versions: { old: 1, new: null }, why: ['Nhầm năm.'] },
    ]);
    expect(told.figures).toMatchObject([{ unit: binhDinh, change: 'disappeared' }]);
  });

  test('what was withdrawn only after the cut-off still stands', async () => {
    const round = roundOf({ [binhDinh]: { value: '0.50' } });
    const first = withSigned(keyOf(reporter), undefined, signed('2023-06-20T00:00:00.000Z'));
    const withdrawal = { at: '2023-12-01T10:00:00.001Z', by: 'somebody', why: 'Nhầm năm.' };
    const slot = withWithdrawn(keyOf(reporter), first, '0'.repeat(32), withdrawal);
    const told = await restated(snapshotFor(round, [{ unit: reporter, version: 1 }]), round, [slot]);
    expect([told.reports, told.figures]).toEqual([[], []]);
  });

  test('who did it by the right of succession is named as a unit', async () => {
    const old = snapshotFor(roundOf({}), []);
    const onBehalfOf = { unit: reporter, by: haNoi, decision: 1 };
    const slot = withSigned(
      keyOf(reporter),
      emptySlot(keyOf(reporter)),
      signed('2023-08-02T00:00:00.000Z', { onBehalfOf }),
    );
    const told = await restated(old, roundOf({ [hue]: { value: '0.65' } }), [slot]);
    expect(told.reports).toMatchObject([
      {
        change: 'reported',
        versions: { old: null, new: 1 },
        why: [],
        successor: { unit: haNoi, code: '01' },
      },
    ]);
  });

  test('a figure that changed under the same report is the catalogue’s, the engine’s or the code’s doing', async () => {
    const slot = withSigned(keyOf(reporter), undefined, signed('2023-06-20T00:00:00.000Z'));
    const now = roundOf({ [binhDinh]: { value: '0.60' } });
    const before = roundOf({ [binhDinh]: { value: '0.50' } });
    const standing = [{ unit: reporter, version: 1 }];
    const because = async (old: Snapshot, under = versions) =>
      (await restated(old, now, [slot], under)).figures.map((figure) => figure.because);
    expect(await because(snapshotFor(before, standing, '2023.1'))).toEqual(['catalogue']);
    expect(await because(snapshotFor(before, standing), { ...versions, engine: '4' })).toEqual(['engine']);
    expect(await because(snapshotFor(before, standing), { ...versions, code: '0.2.0' })).toEqual(['code']);
  });

  test('a round that the catalogue no longer asks for is named, not evaluated', async () => {
    const old = snapshotFor(roundOf({}), []);
    old.manifest.meeting.asks.push({ form: 'gone', period: '2022' });
    const told = await restated(old, roundOf({}), []);
    expect([told.rounds, told.notEvaluated]).toEqual([[asked], [{ form: 'gone', period: '2022' }]]);
  });
});
