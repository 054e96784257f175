import { describe, expect, test } from '@jest/globals';
import {
  isLeft,
  type Kept,
  nextState,
  nobody,
  pauseLeft,
  personOf,
  type TabEvent,
  type TabState,
} from '../../../../web/app/tab-state.ts';
import type { Tokens } from '../../../../web/app/tokens.ts';
import { tokensOf } from './tokens-of.ts';

const le = tokensOf('le', 1000);
const leLater = tokensOf('le', 2000);
const tran = tokensOf('tran', 3000);
const whoseLe = { who: 'le', afterSignOut: null };
const of = le.idToken;

const here = (tokens: Tokens): TabState => ({ ...nobody, tokens });
const signedIn = here(le);
const renewable = here({ ...le, refreshToken: 'x' });
const expired: TabState = { ...nobody, ended: { why: 'expired', ...whoseLe } };
const signedOut: TabState = { ...nobody, ended: { why: 'signed-out' } };
const waiting: TabState = { ...nobody, ended: { why: 'somebody-else', ...whoseLe, other: tran } };
const away: TabState = { ...signedIn, trouble: { tries: 1, nextAt: 5000 } };

const heard = (tokens: Tokens, signOut: string | null = null): TabEvent => ({
  kind: 'heard',
  tokens,
  signOut,
});
const looked = (kept: Partial<Kept>, at = 0): TabEvent => ({
  kind: 'looked',
  kept: { tokens: null, whose: null, signOut: null, ...kept },
  at,
});

describe('what a tab does when it hears of a session in another tab', () => {
  test.each<[string, TabState, Tokens, TabState]>([
    ['nobody was here: it takes it over', nobody, le, signedIn],
    ['the same person, later: it takes the later one', signedIn, leLater, here(leLater)],
    ['the same person, earlier: it keeps its own', here(leLater), le, here(leLater)],
    ['the session had ended by itself: the page goes on', expired, leLater, here(leLater)],
    ['it was signed out: it takes it over', signedOut, tran, here(tran)],
    ['somebody else: it stops, and becomes nobody else unasked', signedIn, tran, waiting],
    ['somebody else, after its own session ended: the same', expired, tran, waiting],
    ['what is no token: nothing', signedIn, { idToken: 'x' }, signedIn],
    ['the issuer was away, and another tab reached it: it goes on', away, leLater, here(leLater)],
  ])('%s', (_what, before, tokens, after) => {
    expect(nextState(before, heard(tokens))).toEqual(after);
  });

  test('once the first person signs in again, the page that waited for them goes on', () => {
    expect(personOf(waiting)).toBe('le');
    expect(nextState(waiting, heard(leLater))).toEqual(here(leLater));
  });

  test('a session from before the last signing out, told by a tab that missed it, is nobody’s', () => {
    expect(nextState(signedOut, heard(le, 'b'))).toBe(signedOut);
    expect(nextState(signedOut, heard({ ...le, afterSignOut: 'a' }, 'b'))).toBe(signedOut);
    const after = { ...le, afterSignOut: 'b' };
    expect(nextState(signedOut, heard(after, 'b'))).toEqual(here(after));
  });
});

describe('what a tab finds when it begins, or wakes', () => {
  test.each<[string, TabState, Partial<Kept>, TabState]>([
    ['its tokens: it goes on', nobody, { tokens: le }, signedIn],
    ['nothing: nobody is here', nobody, {}, nobody],
    ['nothing, back from signing out: that is still told', signedOut, {}, signedOut],
    ['whose session ended: it is their page still', nobody, { whose: whoseLe }, expired],
    ['that somebody else had come: no more than it knows', waiting, { whose: whoseLe }, waiting],
    ['what is no token: nobody is here', nobody, { tokens: { idToken: 'x' } }, nobody],
    [
      'that somebody signed out meanwhile: so is it',
      nobody,
      { tokens: { ...le, afterSignOut: 'a' }, signOut: 'b' },
      signedOut,
    ],
    ['that somebody signed out for the first time', signedIn, { tokens: le, signOut: 'a' }, signedOut],
    ['the same, where the session had ended before', expired, { whose: whoseLe, signOut: 'a' }, signedOut],
    ['another person’s tokens than the page that was kept has', signedIn, { tokens: tran }, here(tran)],
    ['newer tokens of the same person', away, { tokens: leLater }, here(leLater)],
    ['its storage emptied', signedIn, {}, nobody],
  ])('%s', (_what, before, kept, after) => {
    expect(nextState(before, looked(kept))).toEqual(after);
  });

  test('a time that ran out in a sleep is told, unless the session can be renewed', () => {
    expect(nextState(signedIn, looked({ tokens: le }, 999_999))).toBe(signedIn);
    expect(nextState(signedIn, looked({ tokens: le }, 1_000_000))).toEqual(expired);
    expect(nextState(nobody, looked({ tokens: le }, 1_000_000))).toEqual(expired);
    expect(nextState(renewable, looked({ tokens: renewable.tokens }, 9_000_000))).toBe(renewable);
  });

  test('whoever signed in after the last signing out stays', () => {
    const after = here({ ...le, afterSignOut: 'b' });
    expect(nextState(after, looked({ tokens: after.tokens, signOut: 'b' }))).toBe(after);
  });

  // Whoever listens to changes and then asks would ask for ever.
  test.each([signedIn, renewable, away, expired, waiting, signedOut, nobody])(
    'nothing new changes nothing, %#',
    (state) => {
      const whose = state.ended !== null && state.ended.why !== 'signed-out' ? whoseLe : null;
      expect(nextState(state, looked({ tokens: state.tokens, whose }))).toBe(state);
    },
  );
});

describe('how a session ends', () => {
  test('by itself it leaves whose page it is, signing out leaves nobody', () => {
    expect(nextState(signedIn, { kind: 'not-renewed', of })).toEqual(expired);
    expect(personOf(expired)).toBe('le');
    for (const state of [signedIn, expired, waiting, away]) {
      expect(nextState(state, { kind: 'signed-out' })).toEqual(signedOut);
    }
    expect(personOf(signedOut)).toBeNull();
  });

  test('where nobody was signed in, nothing ends', () => {
    expect(nextState(nobody, { kind: 'not-renewed', of })).toBe(nobody);
    expect(nextState(nobody, { kind: 'signed-out' })).toBe(nobody);
    expect(nextState(signedOut, { kind: 'signed-out' })).toBe(signedOut);
  });

  test('signing in in this tab is whoever it is', () => {
    expect(nextState(expired, { kind: 'signed-in', tokens: tran })).toEqual(here(tran));
    expect(nextState(away, { kind: 'signed-in', tokens: leLater })).toEqual(here(leLater));
  });
});

describe('what the issuer answers to a renewal', () => {
  test('takes the place of the token that was renewed', () => {
    expect(nextState(signedIn, { kind: 'renewed', of, tokens: leLater })).toEqual(here(leLater));
    expect(nextState(away, { kind: 'renewed', of, tokens: leLater })).toEqual(here(leLater));
    expect(nextState(away, { kind: 'not-renewed', of })).toEqual(expired);
  });

  test.each<[string, TabState]>([
    ['the reader signed out', signedOut],
    ['the session ended', expired],
    ['somebody else signed in in another tab', waiting],
    ['another token came', here(leLater)],
    ['somebody else is here', here(tran)],
  ])('changes nothing when meanwhile %s', (_what, now) => {
    expect(nextState(now, { kind: 'renewed', of, tokens: tokensOf('le', 4000) })).toBe(now);
    expect(nextState(now, { kind: 'not-renewed', of })).toBe(now);
    expect(nextState(now, { kind: 'unreachable', of, at: 0 })).toBe(now);
  });

  test('none at all ends nothing, and leaves it in peace for longer each time', () => {
    let state: TabState = signedIn;
    let at = 0;
    const pauses = Array.from({ length: 9 }, () => {
      state = nextState(state, { kind: 'unreachable', of, at });
      const pause = pauseLeft(state, at);
      at += pause;
      expect(pauseLeft(state, at - 1)).toBe(1);
      expect(pauseLeft(state, at)).toBe(0);
      return pause / 1000;
    });
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
    expect(state.tokens).toEqual(le);
    expect(state.ended).toBeNull();
  });

  test('a clock that was put back does not make the pause longer', () => {
    const state = nextState(signedIn, { kind: 'unreachable', of, at: 3_600_000 });
    expect(pauseLeft(state, 0)).toBe(0);
  });
});

describe('what was entered in a tab', () => {
  const whoseOfLe = nextState(nobody, looked({ whose: whoseLe }));
  test.each<[string, TabState, TabEvent]>([
    ['its person signs out', signedIn, { kind: 'signed-out' }],
    ['its person signs out elsewhere after the session ended here', expired, { kind: 'signed-out' }],
    ['somebody signs out of a tab that was loaded anew since', nobody, { kind: 'signed-out' }],
    ['somebody signed out while the tab was not alive', nobody, looked({ tokens: le, signOut: 'a' })],
    ['the same, after its session had ended', nobody, looked({ whose: whoseLe, signOut: 'a' })],
    ['the reader takes over the other account', waiting, { kind: 'signed-in', tokens: tran }],
    [
      'somebody else comes back from the issuer’s page, after the session ended here',
      whoseOfLe,
      { kind: 'signed-in', tokens: tran },
    ],
    ['a page is taken out of the history, and another person is here', signedIn, looked({ tokens: tran })],
  ])('goes when %s', (_what, before, event) => expect(isLeft(before, event)).toBe(true));

  test.each<[string, TabState, TabEvent]>([
    ['somebody comes where nobody was', nobody, { kind: 'signed-in', tokens: le }],
    ['the tab is loaded anew', nobody, looked({ tokens: le })],
    ['it is loaded anew after the session ended', nobody, looked({ whose: whoseLe })],
    ['the session ends by itself', signedIn, { kind: 'not-renewed', of }],
    ['it ends in a sleep', signedIn, looked({ tokens: le }, 1_000_000)],
    ['the same person comes back from the issuer’s page', whoseOfLe, { kind: 'signed-in', tokens: leLater }],
    ['the same person signs in again elsewhere', expired, heard(leLater)],
    ['the token is renewed', signedIn, { kind: 'renewed', of, tokens: leLater }],
    ['the issuer cannot be reached', signedIn, { kind: 'unreachable', of, at: 0 }],
    ['somebody else signs in in another tab', signedIn, heard(tran)],
  ])('stays when %s', (_what, before, event) => expect(isLeft(before, event)).toBe(false));
});
