import { createHash } from 'node:crypto';
import type { Catalog } from '../catalog/catalog.ts';
import { type AttachParts, attachEvidence } from '../submissions/attach-evidence.ts';
import { mostEvidenceBytes } from '../submissions/evidence-kinds.ts';
import { extendSlot } from '../submissions/extend-slot.ts';
import { decideOnePerson } from '../submissions/one-person.ts';
import { answerQuestion, returnSubmission } from '../submissions/question-submission.ts';
import type { SignParts } from '../submissions/sign-submission.ts';
import { decideSuccession, rightsFor, successionView } from '../submissions/succession.ts';
import { withdrawSubmission } from '../submissions/withdraw-submission.ts';
import { requireSize } from './file-fields.ts';
import { type Entrance, httpHandler, type Request, type Response } from './http.ts';
import { signedIn } from './identity.ts';
import { bodyOf, idempotencyKeyIn, NoQuery, queryOf } from './request.ts';
import { submissionIdIn } from './submission-id.ts';
import {
  AnswerBody,
  AttachmentBody,
  ExtensionBody,
  OnePersonBody,
  ReturnBody,
  SuccessionBody,
  WithdrawBody,
} from './work-bodies.ts';

export type WorkParts = SignParts & AttachParts & { catalog: Catalog };

type Answer = (request: Request, parts: WorkParts) => Promise<Response>;

/** What people do about a submission, by route. */
const answers: Readonly<Record<string, Answer>> = {
  'POST /v1/submissions/{id}/return': async (request, parts) => {
    const { question, at: cell = null } = bodyOf(ReturnBody, request);
    const ask = { ...(await askOf(request, parts)), question, cell, request: keyOf(request) };
    const answer = await returnSubmission(ask, parts);
    const { number, at, by } = answer.question;
    return created(answer.word, 'questioned', { id: ask.id, number, question, cell, by, at });
  },
  'POST /v1/submissions/{id}/answers': async (request, parts) => {
    const ask = { ...(await askOf(request, parts)), ...bodyOf(AnswerBody, request) };
    const { word, answer } = await answerQuestion(ask, parts);
    const { number: to, answer: text, by, at } = answer;
    return created(word, 'answered', { id: ask.id, to, answer: text, by, at });
  },
  'POST /v1/submissions/{id}/attachments': async (request, parts) => {
    const { dispatch = null, evidence } = bodyOf(AttachmentBody, request);
    if (evidence) requireSize(evidence.bytes, mostEvidenceBytes);
    const file = evidence ? { name: evidence.fileName, ...contentOf(evidence) } : null;
    const ask = { ...(await askOf(request, parts)), dispatch, file, request: keyOf(request) };
    const { word, attachment, ticket } = await attachEvidence(ask, parts);
    const { number, by, at } = attachment;
    return created(word, 'attached', { id: ask.id, number, dispatch, file, by, at, upload: ticket });
  },
  'POST /v1/submissions/{id}/withdraw': async (request, parts) => {
    const ask = { ...(await askOf(request, parts)), ...bodyOf(WithdrawBody, request) };
    const { word, withdrawal, standingVersion } = await withdrawSubmission(ask, parts);
    return { word, status: 200, body: { id: ask.id, state: 'withdrawn', ...withdrawal, standingVersion } };
  },
  'POST /v1/slots/{unit}/{form}/{period}/extension': async (request, parts) => {
    const { unit = '', form = '', period = '' } = request.path;
    const ask = {
      unit,
      form,
      period,
      ...bodyOf(ExtensionBody, request),
      ...(await personOf(request, parts)),
    };
    const { word, slot, extension } = await extendSlot(ask, parts);
    return created(word, 'extended', { ...slot, ...extension });
  },
  'PUT /v1/units/{unit}/one-person': async (request, parts) => {
    const { unit = '' } = request.path;
    const ask = { unit, ...bodyOf(OnePersonBody, request), ...(await personOf(request, parts)) };
    const { word, record } = await decideOnePerson(ask, parts);
    const { decisions } = record;
    return { word, status: 200, body: { unit, allowed: ask.allowed, decisions } };
  },
  'PUT /v1/units/{unit}/succession': async (request, parts) => {
    const { unit = '' } = request.path;
    const ask = { unit, ...bodyOf(SuccessionBody, request), ...(await personOf(request, parts)) };
    const { word, record } = await decideSuccession(ask, parts);
    return { word, status: 200, body: successionView(unit, record, parts.catalog) };
  },
};

/** The routes of the people's work around a submission. */
export function workHandler(parts: Omit<WorkParts, 'catalog'>, entrance: Entrance) {
  return httpHandler(async (request, catalog) => {
    const answer = answers[request.route];
    if (!answer) throw new Error(`no answer for the route ${request.route}`);
    queryOf(NoQuery, request);
    return answer(request, { ...parts, catalog });
  }, entrance);
}

/** 201 for what happened now, 200 for what had happened before. */
function created(word: string, first: string, body: object): Response {
  return { word, status: word === first ? 201 : 200, body };
}

async function personOf(request: Request, parts: WorkParts) {
  return { who: await rightsFor(signedIn(request), parts), at: request.at };
}

async function askOf(request: Request, parts: WorkParts) {
  const id = submissionIdIn(request);
  return { ...(await personOf(request, parts)), id };
}

function contentOf({ bytes, sha256, contentType }: { bytes: number; sha256: string; contentType: string }) {
  return { bytes, sha256, contentType };
}

/** Digest of the Idempotency-Key, or null without one. @throws Refusal `parameter-malformed` */
function keyOf(request: Request): string | null {
  const key = idempotencyKeyIn(request);
  return key === null ? null : createHash('sha256').update(key).digest('hex').slice(0, 32);
}
