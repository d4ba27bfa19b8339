import type { audit as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { orderNo } from '@minsheng/contract/shapes.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, instantOf, pageRows, placeOf } from '../../platform/keyset.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { dayAfter, dayEnd, dayStart } from '../../platform/zone.ts';
import { byLogin } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import { type AuditLine, type AuditObject, linesOf } from './lines.repo.ts';
import { namesFor, shownFacts } from './shown-facts.ts';

type Asked = InputOf<typeof contract.listAuditLines>;

/** What one search may read: a month of a busy city is millions of lines. */
const mostDays = 31;
const shownCap = 1000;

/** 审计查询. */
export async function listAuditLines(
  ctx: Context,
  asked: Asked,
): Promise<ReplyOf<typeof contract.listAuditLines>> {
  const { fromOn, untilOn } = asked;
  refuseUnless(fromOn <= untilOn && untilOn < dayAfter(fromOn, mostDays), 'audit.span', {
    days: mostDays,
  });
  const place = placeOf(asked.cursor);
  const found = await linesOf(ctx, {
    from: dayStart(fromOn, ctx.city.zone),
    until: dayEnd(untilOn, ctx.city.zone),
    accountId: asked.login ? await accountOf(ctx, asked.login) : null,
    word: asked.word ?? null,
    object: asked.object ? await objectOf(ctx, asked.object, asked) : null,
    refusedOnly: asked.refusedOnly ?? false,
    changesOnly: asked.changesOnly ?? false,
    before: place && { at: instantOf(place), id: place.id },
    limit: pageRows + 1,
  });
  const { shown, next } = cutPage(found.map((line) => ({ ...line, by: line.at.toISOString() })));
  return { rows: await rowsOf(ctx, shown), next, shownCap };
}

async function rowsOf(
  ctx: Context,
  lines: readonly AuditLine[],
): Promise<ReplyOf<typeof contract.listAuditLines>['rows']> {
  const names = await namesFor(ctx, lines);
  return lines.map((line) => ({
    id: line.id,
    at: line.at.toISOString(),
    word: line.word,
    method: line.method,
    path: line.path,
    actorKind: line.actor_kind,
    account: names.account(line.actor_id),
    unitName: names.unit(line.unit_code),
    facts: shownFacts(line.facts, names),
    refusal: line.refusal,
  }));
}

async function accountOf(ctx: Context, login: string): Promise<string> {
  const account = await byLogin(ctx, login);
  if (!account) throw new Refusal('audit.no-such-account', { login });
  return account.id;
}

const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function objectOf(
  ctx: Context,
  typed: string,
  { fromOn, untilOn }: Asked,
): Promise<AuditObject> {
  if (orderNo.safeParse(typed).success) {
    const order = await orders.findByNo(ctx, typed);
    if (order) return { is: 'order', id: order.id };
  }
  if (anId.test(typed)) {
    refuseUnless(fromOn === untilOn, 'audit.object-day');
    return { is: 'other', id: typed };
  }
  const account = await byLogin(ctx, typed);
  if (!account) throw new Refusal('audit.no-such-object');
  return { is: 'account', id: account.id };
}
