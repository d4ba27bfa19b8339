import type { WaitKind } from '@minsheng/contract/words/waits.ts';
import { sql } from 'kysely';
import { historyOf } from '../src/platform/events.ts';
import { contact, decideDay, proposeDay, sign } from './use-cases.ts';
import { bureau, type Kit } from './waiting-scenes.ts';

export const far = new Date('2040-01-01');

export async function waitOf({ ctx }: Kit, id: string, kind: WaitKind) {
  const { rows } = await sql<{ no: number; due: Date; ring: Date }>`
    select no, due_at as due, ring_at as ring from waits.wait
    where city_id = ${ctx.cityId} and id = ${id}::uuid and kind = ${kind} order by no`.execute(
    ctx.tx,
  );
  return rows[0] ?? null;
}

export const justBefore = (at: Date) => new Date(at.getTime() - 1);

export const movesOf = async ({ ctx }: Kit, id: string) =>
  (await historyOf(ctx, { kind: 'order', id }, far))
    .filter(({ type }) => type === 'waits.moved')
    .map(({ data }) => data);

export async function signed({ as, anOrder }: Kit) {
  const key = await anOrder.inProgress();
  const handler = as('handler', bureau);
  await handler.do(sign, key);
  await handler.do(contact, { ...key, reached: true, note: '' });
  return { ...key, handler };
}

/** 到期未办: which steps were told of it. */
export const latesOf = async ({ ctx }: Kit, id: string, kind: WaitKind) =>
  (await historyOf(ctx, { kind: 'order', id }, far))
    .filter(({ type, data }) => type === 'waits.late' && data.wait === kind)
    .map(({ data }) => data.step);

export async function declareOff({ as, drain }: Kit, on: string) {
  const notice = '市防汛抗旱指挥部停工停业通告(示例)';
  const { correctionId } = await as('admin').do(proposeDay, {
    on,
    kind: 'off',
    dayName: '台风停工',
    notice,
  });
  await as('director').do(decideDay, { correctionId, confirmed: true });
  await drain();
}

export const days = (at: Date, count: number) => new Date(at.getTime() + count * 86_400_000);

export async function until(kit: Kit, at: Date) {
  await kit.travelTo(at);
  await kit.drain();
  await kit.drain();
}

export const countOf = async ({ ctx }: Kit, id: string, type: string) =>
  (await historyOf(ctx, { kind: 'order', id }, far)).filter((one) => one.type === type).length;

export const dueOf = async (kit: Kit, id: string, kind: WaitKind) =>
  (await waitOf(kit, id, kind))?.due ?? far;
