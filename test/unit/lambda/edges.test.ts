import { describe, expect, test } from '@jest/globals';
import { cognitoClaims } from '../../../shared/accounts/claims.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { environmentOf } from '../../../shared/lambda/environment.ts';
import { identityReader } from '../../../shared/lambda/identity.ts';
import { redacted } from '../../../shared/lambda/log.ts';
import { problemOf } from '../../../shared/lambda/problem.ts';
import { Refusal, refusals } from '../../../shared/refusal.ts';
import { maySee, requireOwn } from '../../../shared/submissions/rights.ts';

const slot = (unit: string) => ({ unit, form: 'qd766', period: '2026-Q3' });
const identify = identityReader(JSON.stringify(cognitoClaims));
const identityOf = (claims: Record<string, unknown>) => identify(claims, catalog);

describe('the environment contract', () => {
  const full = {
    CLAIMS: '{"subject":"sub"}',
    TABLE_NAME: 'diem-cau',
    AGGREGATE_QUEUE_URL: 'https://sqs.ap-southeast-1.amazonaws.com/1/q',
  };

  test('takes what is declared and nothing else', () => {
    expect(environmentOf('sign-submission', { ...full, SECRET: 'x' })).toEqual(full);
  });

  test('names every variable that is missing or malformed', () => {
    expect(() => environmentOf('sign-submission', { AGGREGATE_QUEUE_URL: 'sqs' })).toThrow(
      /CLAIMS, TABLE_NAME, AGGREGATE_QUEUE_URL/,
    );
  });
});

describe('identity', () => {
  test('an array claim arrives as text in brackets; a claim with an unknown word gives no role', () => {
    const who = identityOf({
      sub: 'u1',
      'custom:unit': 'province:82@2025',
      'diem-cau:roles': '[reporter admin]',
    });
    expect(who).toEqual({
      subject: 'u1',
      unit: 'province:82@2025',
      roles: [],
      secondFactorMissing: false,
    });
  });

  test('no claims, no rights', () => {
    const nobody = identityOf({});
    expect(nobody).toEqual({ subject: '', unit: null, roles: [], secondFactorMissing: false });
    expect(maySee(nobody, slot('province:82@2025'))).toBe(false);
    expect(() => requireOwn(nobody, 'reporter', slot('province:82@2025'))).toThrow(Refusal);
  });

  test('a role counts for its own unit and its own act only', () => {
    const reporter = identityOf({
      sub: 'u',
      'custom:unit': 'province:52@2008',
      'diem-cau:roles': '[reporter]',
    });
    expect(() => requireOwn(reporter, 'reporter', slot('province:52@2008'))).not.toThrow();
    expect(() => requireOwn(reporter, 'approver', slot('province:52@2008'))).toThrow(Refusal);
    // Code 52 after the merger is another unit: the old one's token does not write for it.
    expect(() => requireOwn(reporter, 'reporter', slot('province:52@2025'))).toThrow(Refusal);
  });
});

describe('problems', () => {
  test('a refusal keeps its code, status and both languages', () => {
    const { status, body } = problemOf(new Refusal('not-found'));
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'not-found', status: 404, detail: { vi: refusals['not-found'].vi } });
  });

  test('a fault says nothing of its inside', () => {
    const { status, body } = problemOf(new Error('arn:aws:dynamodb:… https://bucket/?X-Amz-Signature=abc'));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/arn|Signature|bucket/);
  });

  test('every refusal speaks both languages', () => {
    for (const [code, { status, vi, en }] of Object.entries(refusals)) {
      expect({ code, ok: status >= 400 && status < 500 && vi.length > 10 && en.length > 10 }).toEqual({
        code,
        ok: true,
      });
      expect(vi).toBe(vi.normalize('NFC'));
    }
  });
});

test('a signed URL never reaches the log', () => {
  const line = redacted(
    'PUT https://b.s3.amazonaws.com/k?X-Amz-Signature=abc&X-Amz-Credential=AKIA failed "http://h/p#t"',
  );
  expect(line).toBe('PUT https://b.s3.amazonaws.com/k?… failed "http://h/p?…"');
});
