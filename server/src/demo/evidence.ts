import type { FilePurpose } from '@minsheng/contract/words/assignment.ts';
import { keepFile } from '../modules/files/index.ts';
import { replyForm } from '../modules/matters/index.ts';
import * as orders from '../modules/orders/index.ts';
import { type Actor, systemActor } from '../platform/actor.ts';
import type { Scene } from './lives/scene.ts';
import { drawnPhoto, type Shown } from './photo.ts';

interface Wanted {
  purpose: FilePurpose;
  shown: Shown;
}

/** Uploads a drawn photo as this person, so that they may attach it. */
export async function keptPhoto(
  { world, part }: Scene,
  actor: Actor,
  { purpose, shown }: Wanted,
): Promise<string> {
  const { file } = await world.do(
    actor,
    (ctx, bytes: Buffer) =>
      keepFile(ctx, {
        name: `${shown}.png`,
        declaredType: 'image/png',
        bytes,
        purpose,
        takenAt: ctx.now,
        point: null,
      }),
    drawnPhoto(part.seed, shown),
  );
  return file.id;
}

/** 办理证据: all that the matter's form demands. */
export async function evidenceFor(
  scene: Scene,
  actor: Actor,
  orderId: string,
): Promise<{ code: string; fileId: string }[]> {
  const form = await scene.world.do(
    systemActor,
    async (ctx, id) => replyForm(ctx, (await orders.find(ctx, id))?.matter_code ?? ''),
    orderId,
  );
  const given = [];
  for (const { code, required } of form.evidence) {
    if (required) given.push({ code, fileId: await keptPhoto(scene, actor, wantedFor(code)) });
  }
  return given;
}

function wantedFor(code: string): Wanted {
  if (code.includes('before')) return { purpose: 'before', shown: 'before' };
  if (code.includes('after')) return { purpose: 'after', shown: 'after' };
  return { purpose: 'evidence', shown: code === 'arrival' ? 'before' : 'paper' };
}
