import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { engineVersion } from '../../../shared/catalog/engine.ts';
import { readingFaults } from '../../../shared/normalisation/reading-faults.ts';
import { repairTexts } from '../../../shared/normalisation/repair-texts.ts';
import { allRules } from '../../../shared/normalisation/rules/rule-states.ts';

/**
 * What the engine can say: the codes, states, periods and measures of its rules, its faults and repairs, and their
 * sentences. A code or state that changes can change a verdict and asks for a new engine version; a sentence that
 * is only worded better asks for the new digest here.
 */
test('what the engine says changes only on purpose: the digests below are those of version 5', () => {
  const codes = allRules.map(({ code, state, periods, ...rule }) => {
    return [code, state, periods, 'parameters' in rule ? rule.parameters : null];
  });
  const severities = Object.entries(readingFaults).map(([code, { severity }]) => [code, severity]);
  const sentences = [
    allRules.map(({ sentence }) => sentence),
    Object.values(readingFaults).map(({ vi, en }) => [vi, en]),
    repairTexts,
  ];
  expect({
    engine: engineVersion,
    codes: digestOf([codes.sort(), severities.sort(), Object.keys(repairTexts).sort()]),
    sentences: digestOf(sentences),
  }).toEqual({ engine: '5', codes: '4b31c72d103bdbd1', sentences: '23eb31987e54e438' });
});

function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
