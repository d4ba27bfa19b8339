import { measureKinds } from '@minsheng/contract';
import { z } from 'zod';

/** 答复表单 as typed so far: everything may still be missing. Kept on this computer until handed in. */
const replyDraft = z.object({
  isTrue: z.enum(['true', 'partly', 'not-true']).nullable().catch(null),
  isSolved: z.enum(['solved', 'partly', 'not-solved']).nullable().catch(null),
  unsolvedReason: z.string().catch(''),
  process: z.string().catch(''),
  publicAnswer: z.string().catch(''),
  basis: z.string().catch(''),
  measures: z
    .array(z.object({ key: z.string(), kind: z.enum(measureKinds), what: z.string() }))
    .catch([]),
  assetChanges: z
    .array(z.object({ key: z.string(), what: z.string(), count: z.number(), place: z.string() }))
    .catch([]),
  evidence: z
    .array(z.object({ code: z.string(), id: z.string(), name: z.string(), mime: z.string() }))
    .catch([]),
});
export type ReplyDraft = z.output<typeof replyDraft>;

const keyFor = (assignmentId: string) => `minsheng.console.reply.${assignmentId}`;

export function readDraft(assignmentId: string): ReplyDraft {
  try {
    return replyDraft.parse(JSON.parse(localStorage.getItem(keyFor(assignmentId)) ?? '{}'));
  } catch {
    return replyDraft.parse({});
  }
}

export function keepDraft(assignmentId: string, draft: ReplyDraft): void {
  localStorage.setItem(keyFor(assignmentId), JSON.stringify(draft));
}

export function dropDraft(assignmentId: string): void {
  localStorage.removeItem(keyFor(assignmentId));
}

/** What the server is sent; null while a compulsory answer is missing. */
export function bodyOf(draft: ReplyDraft) {
  const { isTrue, isSolved } = draft;
  if (isTrue === null || isSolved === null) return null;
  return {
    isTrue,
    isSolved,
    unsolvedReason: draft.unsolvedReason,
    process: draft.process,
    publicAnswer: draft.publicAnswer,
    basis: draft.basis,
    measures: draft.measures
      .filter((measure) => measure.what.trim() !== '')
      .map(({ kind, what }) => ({ kind, what })),
    assetChanges: draft.assetChanges
      .filter((change) => change.what.trim() !== '')
      .map(({ what, count, place }) => ({ what, count, place })),
    evidence: draft.evidence.map(({ code, id }) => ({ code, fileId: id })),
  };
}
