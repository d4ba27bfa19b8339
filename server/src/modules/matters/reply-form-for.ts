import type { Context } from '../../platform/context.ts';
import { type ReplyForm, replyForms } from './rules.ts';

/** 答复表单 of a matter: the longest fitting prefix wins whole. */
export async function replyForm(ctx: Context, matterCode: string): Promise<ReplyForm> {
  const fitting = (await replyForms(ctx)).filter(
    ({ matter }) => matter === null || matterCode.startsWith(matter),
  );
  const best = fitting.toSorted((a, b) => (b.matter?.length ?? 0) - (a.matter?.length ?? 0))[0];
  return (
    best ?? { matter: null, evidence: [], measures: false, assetChanges: false, mustContact: false }
  );
}
