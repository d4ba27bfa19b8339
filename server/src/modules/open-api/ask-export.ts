import type { openApi as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayAfter } from '../../platform/zone.ts';
import { keyOfActor } from '../identity/index.ts';
import { type Export, exportOf, giveUpExports, insertExport, partsOf } from './exports.repo.ts';
import { dropLater, keptDays, writeExport } from './write-export.ts';

const longestDays = 92;
/** What fell again and again is tried no more; it must not stand in the way of another for ever. */
const longestHours = 24;
const dayMs = 86_400_000;

/** 申请批量导出: the purpose is said and stays with it. */
export async function askExport(
  ctx: Context,
  { fromOn, toOn, purpose }: InputOf<typeof contract.askExport>,
): Promise<ReplyOf<typeof contract.askExport>> {
  refuseUnless(fromOn <= toOn && toOn < dayAfter(fromOn, longestDays), 'open-api.export-span', {
    days: longestDays,
  });
  const accountId = ctx.actor.accountId ?? '';
  const before = new Date(ctx.now.getTime() - longestHours * 3_600_000);
  for (const old of await giveUpExports(ctx, { accountId, before })) dropLater(ctx, old);
  const exportId = ctx.newId();
  const isFirst = await insertExport(ctx, {
    id: exportId,
    account_id: accountId,
    key_id: keyOfActor(ctx.actor),
    from_on: fromOn,
    to_on: toOn,
    purpose,
  });
  refuseUnless(isFirst, 'open-api.export-running');
  Object.assign(ctx.unitOfWork.facts, { exportId, fromOn, toOn, purpose });
  enqueue(ctx, writeExport, { exportId });
  return { exportId };
}

/** What another account has asked for does not exist. */
export async function ownExport(ctx: Context, exportId: string): Promise<Export> {
  const found = await exportOf(ctx, exportId);
  refuseUnless(found && found.account_id === ctx.actor.accountId, 'open-api.no-such-export');
  return found;
}

export async function readExport(
  ctx: Context,
  { exportId }: InputOf<typeof contract.readExport>,
): Promise<ReplyOf<typeof contract.readExport>> {
  const found = await ownExport(ctx, exportId);
  const parts = found.state === 'done' ? await partsOf(ctx, exportId) : [];
  const doneAt = found.done_at;
  return {
    exportId,
    state: found.state,
    fromOn: found.from_on,
    toOn: found.to_on,
    purpose: found.purpose,
    orders: found.rows,
    askedAt: found.asked_at.toISOString(),
    keptUntil: doneAt && new Date(doneAt.getTime() + keptDays * dayMs).toISOString(),
    parts: parts.map(({ no, rows, bytes, digest }) => ({
      no,
      orders: rows,
      bytes,
      sha256: digest,
    })),
  };
}
