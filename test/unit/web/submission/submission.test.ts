import { describe, expect, test } from '@jest/globals';
import { states } from '../../../../shared/submissions/moves.ts';
import { newestOnly } from '../../../../web/app/newest-only.ts';
import { mayMove } from '../../../../web/pages/submission/may.ts';
import { isUnderway, pollPause } from '../../../../web/pages/submission/polling.ts';
import { digestOfChosen, heldAgainst } from '../../../../web/pages/submission/same-file.ts';
import {
  asListed,
  emptySignDraft,
  fieldOf,
  signFaults,
} from '../../../../web/pages/submission/sign-draft.ts';
import { signWords } from '../../../../web/pages/submission/sign-words.ts';

const unit = 'province:52@2025';
const reporter = { unit, roles: ['reporter'] as const };
const approver = { unit, roles: ['approver'] as const };
const analyst = { unit: null, roles: ['analyst'] as const };

describe('what a page offers to whom', () => {
  test('signing: to an approver, while it waits for the signature', () => {
    expect(states.filter((state) => mayMove(state, 'sign', approver))).toEqual(['checked']);
    expect(states.filter((state) => mayMove(state, 'sign', reporter))).toEqual([]);
    expect(mayMove('checked', 'sign', { ...approver, unit: null })).toBe(false);
    expect(mayMove('checked', 'sign', null)).toBe(false);
  });

  test('withdrawing what stands: to the approver; what was not signed yet: to both; nothing twice', () => {
    expect(mayMove('signed', 'withdraw', reporter)).toBe(false);
    expect(mayMove('signed', 'withdraw', approver)).toBe(true);
    expect(mayMove('returned', 'withdraw', reporter)).toBe(true);
    expect(mayMove('withdrawn', 'withdraw', approver)).toBe(false);
    expect(mayMove('superseded', 'withdraw', approver)).toBe(false);
  });

  test('answering: to the reporter, while a question is open; asking is the analyst’s', () => {
    expect(states.filter((state) => mayMove(state, 'answer', reporter))).toEqual([
      'questioned',
      'signed-questioned',
    ]);
    expect(mayMove('questioned', 'answer', approver)).toBe(false);
    expect(mayMove('signed', 'return', analyst)).toBe(true);
  });
});

test('asked again soon, then patiently, and only while the service has something to do', () => {
  expect([0, 1, 2, 7, 50].map(pollPause)).toEqual([1000, 1500, 2250, 15_000, 15_000]);
  expect(states.filter(isUnderway)).toEqual(['opened', 'received']);
});

describe('what is wrong with a signature before it is asked for', () => {
  const say = signWords.vi;
  const asked = { warnings: ['result-differs', 'jump'], replaces: 2, matter: (code: string) => `«${code}»` };
  const good = {
    explanations: { 'result-differs': 'Làm tròn số.', jump: 'Mở rộng phạm vi.' },
    why: 'Bổ sung số liệu.',
  };

  test('nothing, when each warning is explained and the reason is long enough', () => {
    expect(signFaults(good, asked, say)).toEqual([]);
    expect(signFaults(emptySignDraft, { ...asked, warnings: [], replaces: 0 }, say)).toEqual([]);
  });

  test('every gap is told, in the order of the page', () => {
    const faults = signFaults({ explanations: { jump: '  ' }, why: 'sai' }, asked, say);
    expect(faults.map(({ id }) => id)).toEqual(['explain-result-differs', 'explain-jump', 'why']);
    expect(faults[1]?.message).toBe('Cần giải trình cảnh báo thứ 2: «jump»');
  });

  test('an explanation that says nothing is none: it has at least ten characters, without blanks around it', () => {
    const explained = (text: string) =>
      signFaults({ ...good, explanations: { ...good.explanations, jump: text } }, asked, say);
    expect(explained('.')).toEqual([
      { id: 'explain-jump', message: 'Giải trình cảnh báo thứ 2 phải có ít nhất 10 ký tự: «jump»' },
    ]);
    expect(explained('   chín chữ. ')).toHaveLength(1);
    expect(explained('mười ký tự')).toEqual([]);
  });

  test('the explanations together have at most 1,000 characters', () => {
    const long = { ...good, explanations: { 'result-differs': 'a'.repeat(600), jump: 'b'.repeat(401) } };
    expect(signFaults(long, asked, say)).toEqual([
      { id: 'explain-result-differs', message: 'Các giải trình dài 1.001 ký tự; tối đa 1.000' },
    ]);
    const just = { ...good, explanations: { 'result-differs': 'a'.repeat(600), jump: 'b'.repeat(400) } };
    expect(signFaults(just, asked, say)).toEqual([]);
  });

  test('a consequence is explained after its cause, as the check lists them', () => {
    const groups = [{ code: 'cause' }, { code: 'effect' }];
    expect(asListed(['effect', 'unlisted', 'cause'], groups)).toEqual(['cause', 'effect', 'unlisted']);
    expect(asListed(['b', 'a'], [])).toEqual(['b', 'a']);
  });

  test('a field that the service names is one of the page', () => {
    expect(['explanations.jump', 'why'].map(fieldOf)).toEqual(['explain-jump', 'why']);
  });
});

test('of two questions at once only the one that was asked last counts, whichever is answered first', () => {
  const begin = newestOnly();
  const first = begin();
  expect(first()).toBe(true);
  const second = begin();
  expect([second(), first()]).toEqual([true, false]);
});

describe('a file that is chosen to be sent on', () => {
  // Of the bytes `abc`, as FIPS 180-2 prints it.
  const abc = { bytes: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' };

  test('is the one that was announced when its bytes are', async () => {
    expect(await heldAgainst(new Blob(['abc']), abc)).toBe('same');
    expect(await heldAgainst(new Blob(['abd']), abc)).toBe('other');
  });

  test('is not read at all when its size is another', async () => {
    const film = { size: 8e9, arrayBuffer: () => Promise.reject(new Error('read')) };
    expect(await heldAgainst(film, abc)).toBe('other');
  });

  test('that was moved since it was chosen is told as unreadable', async () => {
    const moved = {
      size: 3,
      arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')),
    };
    expect(await heldAgainst(moved, abc)).toBe('unreadable');
    expect(await digestOfChosen(moved)).toBeNull();
    expect(await digestOfChosen(new Blob(['abc']))).toBe(abc.sha256);
  });
});
