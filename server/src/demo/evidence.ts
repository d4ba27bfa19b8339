import type { FilePurpose } from '@minsheng/contract/words/assignment.ts';
import { keepFile } from '../modules/files/index.ts';
import { replyForm } from '../modules/matters/index.ts';
import * as orders from '../modules/orders/index.ts';
import type { Context } from '../platform/context.ts';
import { drawnPhoto, type Shown } from './photo.ts';

interface Wanted {
  seed: string;
  purpose: FilePurpose;
  shown: Shown;
}

/** Uploads a drawn photo as the person who acts, so that they may attach it. */
export async function keptPhoto(ctx: Context, { seed, purpose, shown }: Wanted): Promise<string> {
  const { file } = await keepFile(ctx, {
    name: `${shown}.png`,
    declaredType: 'image/png',
    bytes: drawnPhoto(seed, shown),
    purpose,
    takenAt: ctx.now,
    point: null,
  });
  return file.id;
}

/** 办理证据: all that the form of the order's matter demands. */
export async function evidenceFor(
  ctx: Context,
  orderId: string,
  seed: string,
): Promise<{ code: string; fileId: string }[]> {
  const order = await orders.find(ctx, orderId);
  if (!order) return [];
  const given = [];
  for (const { code, required } of (await replyForm(ctx, order.matter_code)).evidence) {
    if (required) given.push({ code, fileId: await keptPhoto(ctx, { seed, ...wantedFor(code) }) });
  }
  return given;
}

function wantedFor(code: string): Pick<Wanted, 'purpose' | 'shown'> {
  if (code.includes('before')) return { purpose: 'before', shown: 'before' };
  if (code.includes('after')) return { purpose: 'after', shown: 'after' };
  return { purpose: 'evidence', shown: code === 'arrival' ? 'before' : 'paper' };
}
