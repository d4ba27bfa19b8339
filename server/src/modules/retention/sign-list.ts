import type { retention as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as waits from '../waits/index.ts';
import { destroyLater } from './destroy.ts';
import { changeList, type DestructionList, lockList } from './lists.repo.ts';
import { mayRefuse, maySecure, maySign } from './policy.ts';

const keyOf = (id: string) => ({ kind: 'destruction-signature', id, no: 0 }) as const;
const done = { done: true } as const;

/** 档案签署: whoever answers for the records has looked at it. */
export async function signList(
  ctx: Context,
  { listId, digest }: InputOf<typeof contract.signList>,
): Promise<{ done: true }> {
  const list = await lockList(ctx, listId);
  demand(maySign(ctx.actor, list));
  refuseUnless(isSame(list, digest), 'retention.other-list');
  await changeList(ctx, listId, {
    ...{ state: 'signed', signed_by: ctx.actor.accountId, signed_at: ctx.now },
  });
  await waits.waitForCentre(ctx, keyOf(listId), 'destruction-signature');
  told(ctx, list, 'retention.signed');
  return done;
}

/** 安全签署: another account; destruction begins. */
export async function secureList(
  ctx: Context,
  { listId, digest }: InputOf<typeof contract.secureList>,
): Promise<{ done: true }> {
  const list = await lockList(ctx, listId);
  demand(maySecure(ctx.actor, list));
  refuseUnless(isSame(list, digest), 'retention.other-list');
  await changeList(ctx, listId, {
    ...{ state: 'approved', secured_by: ctx.actor.accountId, secured_at: ctx.now },
  });
  await waits.waitNoMore(ctx, keyOf(listId));
  destroyLater(ctx, listId);
  told(ctx, list, 'retention.secured');
  return done;
}

/** 不予销毁. */
export async function refuseList(
  ctx: Context,
  { listId, reason }: InputOf<typeof contract.refuseList>,
): Promise<{ done: true }> {
  const list = await lockList(ctx, listId);
  demand(mayRefuse(ctx.actor, list));
  await changeList(ctx, listId, {
    ...{ state: 'refused', refused_by: ctx.actor.accountId, refused_at: ctx.now },
    refused_reason: reason,
  });
  await waits.waitNoMore(ctx, keyOf(listId));
  told(ctx, list, 'retention.refused');
  return done;
}

const isSame = (list: Pick<DestructionList, 'digest'>, digest: string): boolean =>
  list.digest.toString('hex') === digest;

function told(
  ctx: Context,
  { id, digest }: Pick<DestructionList, 'id' | 'digest'>,
  type: 'retention.signed' | 'retention.secured' | 'retention.refused',
): void {
  tell(ctx, { kind: 'destruction-list', id }, type, { digest: digest.toString('hex') });
  announce(ctx, 'retention');
}

/** 清册无人签署: whoever is to sign next, then the director. */
waits.waitRules({
  kind: 'destruction-signature',
  subject: 'destruction-list',
  topic: 'retention',
  standing: async (ctx, { id }) => {
    const { state } = await lockList(ctx, id);
    return state === 'proposed' || state === 'signed' ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, { id }) => {
      const { state } = await lockList(ctx, id);
      const next = waits.centre(state === 'signed' ? 'security-admin' : 'director');
      return [next, waits.centre('director')];
    },
  },
});
