import { measureKinds } from '@minsheng/contract';
import { z } from 'zod';
import { newKey } from '../../shell/key.ts';
import type { OrderPageView } from '../../ui/order-facts.tsx';

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

/** What was typed on this computer; else the answer that was sent back, to be put right instead of typed again. */
export function readDraft(assignmentId: string, order: OrderPageView): ReplyDraft {
  try {
    const typed = localStorage.getItem(keyFor(assignmentId));
    return replyDraft.parse(typed === null ? handedIn(assignmentId, order) : JSON.parse(typed));
  } catch {
    return replyDraft.parse({});
  }
}

function handedIn(assignmentId: string, { replies, files }: OrderPageView): unknown {
  const last = replies.filter((reply) => reply.assignmentId === assignmentId).at(-1);
  if (last === undefined) return {};
  return {
    ...last,
    measures: last.measures.map((measure) => ({ key: newKey(), ...measure })),
    assetChanges: last.assetChanges.map((change) => ({ key: newKey(), ...change })),
    evidence: last.evidence.flatMap(({ code, fileId }) => {
      const file = files.find(({ id }) => id === fileId);
      return file === undefined ? [] : [{ code, id: fileId, name: file.name, mime: file.mime }];
    }),
  };
}

export function keepDraft(assignmentId: string, draft: ReplyDraft): void {
  localStorage.setItem(keyFor(assignmentId), JSON.stringify(draft));
}

export function dropDraft(assignmentId: string): void {
  localStorage.removeItem(keyFor(assignmentId));
}

const shortest = 4;

/** What still keeps it from being handed in; evidence is the server's to judge, for units below may have shown it. */
export function missingIn({ isTrue, isSolved, ...words }: ReplyDraft) {
  const isShort = (said: string) => said.trim().length < shortest;
  return [
    ...(isTrue === null ? (['isTrue'] as const) : []),
    ...(isSolved === null ? (['isSolved'] as const) : []),
    ...(isShort(words.publicAnswer) ? (['publicAnswer'] as const) : []),
    ...(isShort(words.process) ? (['process'] as const) : []),
  ];
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
