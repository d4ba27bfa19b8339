import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { cancelLater } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { blindIndex } from '../../platform/secrets.ts';
import {
  type Attachment,
  byIds,
  forgetFacts,
  type Holder,
  insert,
  type StoredFile,
  tie,
  tieTo,
} from './files.repo.ts';

const mostFiles = 30;

/**
 * 关联附件: a file belongs to one order for ever, and to the duty it was first used for. One that lies with another order,
 * or that somebody else uploaded, is refused: `files.not-yours`.
 */
export async function attach(ctx: Context, ids: readonly string[], to: Attachment): Promise<void> {
  if (ids.length === 0) return;
  const files = await named(ctx, ids);
  refuseUnless(
    files.every((file) => mayTie(ctx, file, to.orderId)),
    'files.not-yours',
  );
  const changing = files.filter(
    ({ order_id, assignment_id }) => order_id === null || assignment_id === to.assignmentId,
  );
  await tie(
    ctx,
    changing.map(({ id }) => id),
    to,
  );
  for (const { id } of changing) cancelLater(ctx, `upload:${id}`);
}

/** 关联附件 of a letter, a task or a visit: one's own uploads only, and for ever. Refuses `files.not-yours`. */
export async function attachTo(ctx: Context, ids: readonly string[], to: Holder): Promise<void> {
  if (ids.length === 0) return;
  const files = await named(ctx, ids);
  refuseUnless(
    files.every((file) => isOwnUpload(ctx, file)),
    'files.not-yours',
  );
  const own = files.map(({ id }) => id);
  await tieTo(ctx, own, to);
  for (const id of own) cancelLater(ctx, `upload:${id}`);
}

/** 线索的照片 somebody uploads for it: what a file was called, and where and when it was taken, stays behind as with a copy. */
export async function attachToClue(
  ctx: Context,
  ids: readonly string[],
  clueId: string,
): Promise<void> {
  await attachTo(ctx, ids, { kind: 'clue', id: clueId });
  await forgetFacts(ctx, ids);
}

/**
 * 转附: what another holder shows is shown to an order as well, under ids of its own; one content stays one content. For
 * callers that have asked whether the files may be seen.
 */
export async function copyToOrder(
  ctx: Context,
  ids: readonly string[],
  to: Attachment,
): Promise<string[]> {
  const files = await named(ctx, ids);
  const copies = files.map((file) => ({
    ...file,
    id: ctx.newId(),
    order_id: to.orderId,
    assignment_id: to.assignmentId,
    purpose: to.purpose,
    holder_kind: null,
    holder_id: null,
  }));
  for (const copy of copies) await insert(ctx, copy);
  return copies.map(({ id }) => id);
}

/**
 * 转入线索: a photo without its name, place and time, purpose of a citizen's, so that the camera's notes leave it as well;
 * nothing of it leads back to where it lay. For callers that have asked whether the files may be seen.
 */
export async function copyToClue(
  ctx: Context,
  ids: readonly string[],
  clueId: string,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const copies = (await named(ctx, ids)).map((file, at) => ({
    ...file,
    id: ctx.newId(),
    order_id: null,
    assignment_id: null,
    holder_kind: 'clue',
    holder_id: clueId,
    unit_code: null,
    purpose: 'appeal' as const,
    name: `${at + 1}`,
    key_index: null,
    taken_at: null,
    lng: null,
    lat: null,
    added_by: null,
    added_at: ctx.now,
  }));
  for (const copy of copies) await insert(ctx, copy);
  return copies.map(({ id }) => id);
}

async function named(ctx: Context, ids: readonly string[]): Promise<StoredFile[]> {
  const unique = [...new Set(ids)];
  refuseUnless(unique.length <= mostFiles, 'files.too-many', { limit: mostFiles });
  const files = await byIds(ctx, unique);
  refuseUnless(files.length === unique.length, 'files.no-such-file');
  return files;
}

/** Citing a photo that lies with the order already is no theft, whoever took it. */
function mayTie(ctx: Context, file: StoredFile, orderId: string): boolean {
  if (file.order_id !== null) return file.order_id === orderId;
  return isOwnUpload(ctx, file);
}

function isOwnUpload(ctx: Context, file: StoredFile): boolean {
  if (file.order_id !== null || file.holder_id !== null) return false;
  if (claimed.get(ctx.unitOfWork)?.has(file.id) || ctx.actor.kind === 'system') return true;
  const own = ownerIndex(ctx);
  return own !== null && file.key_index !== null && timingSafeEqual(own, file.key_index);
}

/** Whose upload it is: an account's, or that of whoever holds a one-time link. Null for a citizen, who gets a key. */
export function ownerIndex(ctx: Context): Buffer | null {
  const { kind, accountId, orderId, unitCode } = ctx.actor;
  if (accountId !== null) return blindIndex(ctx.keys, 'uploader', accountId);
  return kind === 'link' ? blindIndex(ctx.keys, 'uploader', `${orderId}:${unitCode}`) : null;
}

/** Uploads of this transaction's citizen, proven by the keys they were given. */
const claimed = new WeakMap<Context['unitOfWork'], Set<string>>();

/** 领取上传: a citizen has no account; the key told at the upload proves that the file is theirs. */
export async function claimUploads(
  ctx: Context,
  uploads: readonly { id: string; key: string }[],
): Promise<string[]> {
  const files = await byIds(
    ctx,
    uploads.map(({ id }) => id),
  );
  for (const { id, key } of uploads) {
    const kept = files.find((file) => file.id === id)?.key_index;
    refuseUnless(kept && timingSafeEqual(kept, uploadKeyIndex(ctx, id, key)), 'files.not-yours');
  }
  const ids = uploads.map(({ id }) => id);
  claimed.set(ctx.unitOfWork, new Set(ids));
  return ids;
}

export const uploadKeyIndex = (ctx: Context, fileId: string, key: string): Buffer =>
  blindIndex(ctx.keys, 'upload', `${fileId}:${key}`);
