import type { WaitKind } from '@minsheng/contract/words/waits.ts';
import { addCall, endDay, planDay } from '../src/modules/media/answering-days.ts';
import { refuseTip } from '../src/modules/media/end-tip.ts';
import { enterTip } from '../src/modules/media/enter-tip.ts';
import { lamp, story } from '../src/modules/media/example-media.ts';
import { addPromise, closePromise } from '../src/modules/media/promises.ts';
import { signPiece } from '../src/modules/media/sign-piece.ts';
import { writePiece } from '../src/modules/media/write-piece.ts';
import { withdrawTask } from '../src/modules/tasks/index.ts';
import { newId } from '../src/platform/ids.ts';
import { bureau, type Kit, type Waiting, words } from './waiting-scenes.ts';

const day = { leaderPost: '分管副市长', unit: bureau.unitCode, theme: '' };
const hours = { startsAt: '2026-03-03T01:00:00.000Z', endsAt: '2026-03-03T03:00:00.000Z' };

/** What waits at the media desk. */
export const mediaScenes: Partial<Record<WaitKind, (kit: Kit) => Promise<Waiting>>> = {
  'media-tip': async ({ as }) => {
    const { tipId } = await as('media-editor').do(enterTip, lamp);
    const refused = { tipId, refusal: 'same-again', words: '与上周的线索说的是同一处。' } as const;
    return { id: tipId, act: () => as('media-editor').do(refuseTip, refused) };
  },
  'media-sign': async ({ as, clock }) => {
    const person = () => ({ accountId: newId(clock.now()) });
    const restsOn = [{ kind: 'knowledge' as const, ref: 'ZZ-0601-01' }];
    const { pieceId } = await as('media-editor', person()).do(writePiece, { ...story, restsOn });
    const sent = { pieceId, wordsNo: 1, step: 'edit', agreed: false, words } as const;
    return {
      id: pieceId,
      act: () => as('media-editor', person()).do(signPiece, { ...sent, nobody: [] }),
    };
  },
  'media-day': async ({ as, travelTo }) => {
    const lead = as('shift-lead');
    const { dayId } = await lead.do(planDay, { ...day, ...hours });
    await travelTo(new Date('2026-03-03T01:30:00Z'));
    return { id: dayId, act: () => lead.do(endDay, { dayId, held: true, words }) };
  },
  'media-promise': async ({ as, anOrder, travelTo }) => {
    const lead = as('shift-lead');
    const { dayId } = await lead.do(planDay, { ...day, ...hours });
    await travelTo(new Date('2026-03-03T01:30:00Z'));
    const { id: orderId, order_no: orderNo } = await anOrder.toDispatch();
    await lead.do(addCall, { dayId, orderNo, note: '' });
    const promise = { dayId, orderId, words, unit: bureau.unitCode, promisedOn: '2026-03-10' };
    const { no, taskId } = await lead.do(addPromise, promise);
    await lead.do(endDay, { dayId, held: true, words });
    const act = async () => {
      await lead.do(withdrawTask, { taskId, reason: words });
      await lead.do(closePromise, { dayId, no, result: 'not-kept', words });
    };
    return { id: dayId, act };
  },
};
