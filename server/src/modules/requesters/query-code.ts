import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { blindIndex } from '../../platform/secrets.ts';
import { rowOf } from './requesters.repo.ts';

/** No I and no O: they are read as 1 and 0. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 8;

/** 查询码: told to the requester once; 34^8 of them. */
export function newQueryCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Bound to the order, so that a code says nothing about another one. */
export const codeIndex = (ctx: Context, orderId: string, code: string): Buffer =>
  blindIndex(ctx.keys, 'query-code', `${orderId}:${code}`);

/** Is this the order's query code? Compared in constant time. */
export async function findByCode(ctx: Context, orderId: string, code: string): Promise<boolean> {
  const kept = (await rowOf(ctx, orderId))?.code_index;
  return kept != null && timingSafeEqual(kept, codeIndex(ctx, orderId, code));
}
