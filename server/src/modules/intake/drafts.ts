import type { intake } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { decrypt, encrypt } from '../../platform/secrets.ts';
import { draftsOf, dropDraftRow, keepDraft } from './intake.repo.ts';

const form = z.record(z.string(), z.unknown());

function ownAccount(ctx: Context): string {
  refuseUnless(ctx.actor.accountId, 'identity.sign-in-needed');
  return ctx.actor.accountId;
}

/** 暂存: half-typed forms, encrypted, each agent's own. */
export async function listDrafts(ctx: Context): Promise<ReplyOf<typeof intake.listDrafts>> {
  const drafts = await draftsOf(ctx, ownAccount(ctx));
  return {
    rows: drafts.map((draft) => ({
      id: draft.id,
      label: decrypt(ctx.keys, draft.labelEnc),
      savedAt: draft.savedAt.toISOString(),
      form: form.parse(JSON.parse(decrypt(ctx.keys, draft.formEnc))),
    })),
  };
}

export async function saveDraft(
  ctx: Context,
  input: InputOf<typeof intake.saveDraft>,
): Promise<{ done: true }> {
  await keepDraft(ctx, ownAccount(ctx), {
    id: input.draftId,
    labelEnc: encrypt(ctx.keys, input.label),
    formEnc: encrypt(ctx.keys, JSON.stringify(input.form)),
  });
  return { done: true };
}

export async function dropDraft(
  ctx: Context,
  { draftId }: { draftId: string },
): Promise<{ done: true }> {
  await dropDraftRow(ctx, ownAccount(ctx), draftId);
  return { done: true };
}
