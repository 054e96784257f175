import { expect, test } from '@jest/globals';
import { inflateRaw } from '../../../../shared/aws/inflate.ts';
import { bytesInMemory } from '../../../../shared/normalisation/bytes.ts';
import { tryMarking } from '../../../../shared/normalisation/output/try-marking.ts';
import { check, csvText, formRows, indicatorRows } from '../form-files.ts';

const text = csvText(formRows({ rows: indicatorRows().slice(1) }));
const source = bytesInMemory(new TextEncoder().encode(text), 65_536);

test('a marking that fails is told, and stops nothing', async () => {
  const { report } = await check(text);
  const told: unknown[] = [];
  const broken = async () => {
    throw new Error('no more memory');
  };
  const marked = await tryMarking(source, report, {
    inflateRaw,
    deflateRaw: broken,
    unmarked: (error) => told.push(error),
  });
  expect(marked).toBeNull();
  expect(told).toEqual([new Error('no more memory')]);
});

test('where nothing was found nothing is marked', async () => {
  const { report } = await check(csvText(formRows()));
  const deflateRaw = async (bytes: Uint8Array) => bytes;
  expect(await tryMarking(source, report, { inflateRaw, deflateRaw })).toBeNull();
});
