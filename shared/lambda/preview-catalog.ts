import * as v from 'valibot';
import { type PlanParts, planPreview } from '../publishing/plan-preview.ts';
import { type PreviewParts, previewSubmission } from '../publishing/preview-submission.ts';
import { queueHandler } from './queue.ts';

const Message = v.strictObject({
  draft: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  at: v.pipe(v.string(), v.isoTimestamp()),
  submission: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))),
});

/** Drafts → which standing files are to be read again → each of them, one message a file. */
export function previewCatalogHandler(parts: PlanParts & PreviewParts) {
  return queueHandler(async (record) => {
    const { submission, ...message } = v.parse(Message, JSON.parse(record.body));
    if (submission === undefined) return planPreview(message, parts);
    return previewSubmission({ ...message, submission }, parts);
  });
}
