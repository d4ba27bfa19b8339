import { type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { takesPart } from './checks.repo.ts';
import type { Clue, Sending } from './clue.ts';
import { findClue, lockClue } from './clues.repo.ts';
import { isHeld, latestSending } from './sendings.repo.ts';

export interface Received {
  readonly clue: Clue;
  readonly sending: Sending | null;
}

/** 本单位收到的: only one's own unit, nobody above it: whoever stands above may see the order. */
async function isReceived(ctx: Context, { clue, sending }: Received): Promise<boolean> {
  const { unitCode } = ctx.actor;
  if (!ctx.actor.has('clues.handle') || unitCode === null) return false;
  const isTheirs = sending?.unit_code === unitCode && isHeld(sending);
  return isTheirs || (await takesPart(ctx, clue.id, unitCode));
}

/** Another is refused like one that is not there: `clues.no-such-clue`. */
export async function findReceived(ctx: Context, clueId: string): Promise<Received> {
  const found = { clue: await findClue(ctx, clueId), sending: await latestSending(ctx, clueId) };
  refuseUnless(await isReceived(ctx, found), 'clues.no-such-clue');
  return found;
}

export async function seesReceived(ctx: Context, clueId: string): Promise<boolean> {
  const clue = await findClue(ctx, clueId);
  return isReceived(ctx, { clue, sending: await latestSending(ctx, clueId) });
}

export async function lockReceived(ctx: Context, clueId: string): Promise<Received> {
  const clue = await lockClue(ctx, clueId);
  const found = { clue, sending: await latestSending(ctx, clueId) };
  refuseUnless(await isReceived(ctx, found), 'clues.no-such-clue');
  return found;
}

interface Asked {
  readonly unitCode: string;
  readonly openOnly: boolean;
  readonly before: string | null;
  readonly most: number;
}

/** The latest first: handed to this unit, not declined by it nor taken back, or checked together with it. */
export async function receivedBy(
  ctx: Context,
  { unitCode, openOnly, before, most }: Asked,
): Promise<Clue[]> {
  const theirs = sql<SqlBool>`c.id in (
    select s.clue_id from clues.sending as s
    where s.city_id = ${ctx.cityId} and s.unit_code = ${unitCode} and s.accepted is not false
      and s.recalled_at is null
    union
    select k.clue_id from clues.site_check as k
    join visits.visit as v
      on v.city_id = k.city_id and v.id = k.visit_id and v.state <> 'cancelled'
    where k.city_id = ${ctx.cityId} and k.unit_codes @> array[${unitCode}]::text[])`;
  let query = readerOf(ctx.tx)
    .selectFrom('clues.clue as c')
    .selectAll('c')
    .where('c.city_id', '=', ctx.cityId)
    .where(theirs);
  if (openOnly) query = query.where('c.state', 'in', ['sent', 'accepted']);
  if (before !== null) query = query.where('c.id', '<', before);
  return query.orderBy('c.id', 'desc').limit(most).$castTo<Clue>().execute();
}
