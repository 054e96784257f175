import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { SeriesPoint } from '../../../shared/aggregation/series-point.ts';
import { packedRound, roundIn } from '../../../shared/aws/round-codec.ts';
import { dictionaries, packedPoint, pointIn } from '../../../shared/aws/series-codec.ts';
import { storedAs } from '../../../shared/aws/stored.ts';

/** What was once stored is read for ever: bytes that were kept (test/data/stored/README.md says what is in them). */

const kept = (name: string) => readFileSync(new URL(`../../data/stored/${name}`, import.meta.url));
const at = (units: readonly string[], unit: string) => units.indexOf(unit);

describe('round/1', () => {
  const round = roundIn(kept('round-1.bin'));

  test('is read as it was kept', () => {
    const place = (unit: string) => at(round.units, unit);
    expect(round).toMatchObject({ form: 'thu', version: 1, period: '2025-Q1', catalog: '2026.2' });
    expect(round.units).toHaveLength(63);
    expect(round.standing[place('province:52@2008')]).toEqual({ version: 3, state: 'late' });
    expect(round.standing[place('province:46@2008')]).toEqual({ version: 1, state: 'on-time', nil: true });
    expect(round.standing.filter((each) => each === null)).toHaveLength(59);
    expect(round.extended).toEqual({ [place('province:52@2008')]: '2025-04-20' });
    const late = round.columns.find(({ indicator }) => indicator === 'late');
    const reporting = ['province:01@2008', 'province:52@2008', 'province:64@2008'].map(place);
    expect(late).toMatchObject({ areas: reporting, value: [7, 2, '0.50'] });
    const onTime = round.columns.find(({ indicator }) => indicator === 'on-time');
    expect(onTime).toMatchObject({ areas: [place('province:01@2008')], numerator: [90], denominator: [100] });
    expect(round.fromAreas).toEqual({ late: { 0: { counted: 125, expected: 126, reason: null } } });
  });

  test('of another schema is a fault', () => {
    const other = packedRound({ ...round, schema: 'round/9' as 'round/1' });
    expect(() => roundIn(other)).toThrow('round/9');
  });
});

describe('series/1', () => {
  test('is read as it was kept, on both maps', () => {
    const point = pointIn(kept('series-1.bin'));
    expect(point).toMatchObject({
      period: '2025-Q1',
      catalog: '2026.2',
      national: { value: '9.5', counted: 3, expected: 63 },
    });
    const { units, value, reasons } = point['as-reported'];
    const [merged] = point.later ?? [];
    expect([units.length, merged?.columns.units.length, merged?.from]).toEqual([63, 34, '2025-07-01']);
    expect(value?.[at(units, 'province:64@2008')]).toBe('0.50');
    expect(reasons.nil).toEqual([at(units, 'province:46@2008')]);
    // By hand: 2 of Bình Định and 0.50 of Gia Lai.
    expect(merged?.columns.value?.[at(merged.columns.units, 'province:52@2025')]).toBe('2.5');
  });

  test('of a total says under which version of the scorecard', () => {
    const point = pointIn(kept('series-1-total.bin'));
    expect(point).toMatchObject({ catalog: '2026.2', version: 1, national: null });
    // By hand: 90 of a hundred, of at most 20 points.
    expect(point['as-reported'].value?.[0]).toBe(18);
  });

  // Not one byte of a dictionary may change: what was kept with it could not be read.
  test('has the dictionary that it had', () => {
    const digests = [...dictionaries].map(([number, bytes]) => [
      number,
      createHash('sha256').update(bytes).digest('hex'),
    ]);
    expect(digests).toEqual([[1, '4cfda4db8dbd08d0e606a21c606f5d87e7fb982afe53d42e2ba70437c43d3c01']]);
    expect(kept('series-1.bin')[0]).toBe(1);
  });

  test('with an unknown dictionary, or of another schema, is a fault', () => {
    const bytes = kept('series-1.bin');
    expect(() => pointIn(Buffer.concat([Buffer.of(2), bytes.subarray(1)]))).toThrow('dictionary 2');
    const point = { ...pointIn(bytes), schema: 'series/9' } as unknown as SeriesPoint;
    expect(() => pointIn(packedPoint(point))).toThrow('series/9');
    expect(() => pointIn(deflateRawSync('{}'))).toThrow('dictionary');
  });
});

test('a record of an unknown schema, or of none, is a fault', () => {
  type Published = { schema: 'published/1'; revision: number };
  const read = (text: string) => storedAs<Published>(text, 'published/1');
  expect(read('{"schema":"published/1","revision":2}')).toEqual({ schema: 'published/1', revision: 2 });
  for (const text of ['{"schema":"published/2"}', '{"revision":2}', 'null', '7']) {
    expect(() => read(text)).toThrow(/stored record/);
  }
});
