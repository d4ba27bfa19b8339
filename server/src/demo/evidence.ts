import type { FilePurpose } from '@minsheng/contract/words/assignment.ts';
import { keepFile } from '../modules/files/index.ts';
import { replyForm } from '../modules/matters/index.ts';
import * as orders from '../modules/orders/index.ts';
import type { Context } from '../platform/context.ts';
import { drawnPhoto, type Photo, type Shown } from './photo.ts';

interface Wanted extends Photo {
  purpose: FilePurpose;
}

const names: Record<Shown, string> = {
  before: '现场.png',
  after: '处理后.png',
  paper: '记录.png',
};

/** Uploads a drawn photo as the person who acts, so that they may attach it. */
export async function keptPhoto(ctx: Context, { purpose, ...photo }: Wanted): Promise<string> {
  const { file } = await keepFile(ctx, {
    name: names[photo.shown],
    declaredType: 'image/png',
    bytes: drawnPhoto(photo),
    purpose,
    takenAt: ctx.now,
    point: null,
  });
  return file.id;
}

export interface Shows {
  evidence: { code: string; fileId: string }[];
  /** The form wants to know what was done for good. */
  asksMeasures: boolean;
}

/** 办理证据: all that the form of the order's matter demands. */
export async function evidenceFor(ctx: Context, orderId: string, seed: string): Promise<Shows> {
  const order = await orders.find(ctx, orderId);
  if (!order) return { evidence: [], asksMeasures: false };
  const { evidence, measures } = await replyForm(ctx, order.matter_code);
  const given = [];
  for (const { code, required } of evidence) {
    if (!required) continue;
    const wanted = { seed, matter: order.matter_code, ...wantedFor(code) };
    given.push({ code, fileId: await keptPhoto(ctx, wanted) });
  }
  return { evidence: given, asksMeasures: measures };
}

function wantedFor(code: string): Pick<Wanted, 'purpose' | 'shown'> {
  if (code.includes('before')) return { purpose: 'before', shown: 'before' };
  if (code.includes('after')) return { purpose: 'after', shown: 'after' };
  return { purpose: 'evidence', shown: code === 'arrival' ? 'before' : 'paper' };
}
