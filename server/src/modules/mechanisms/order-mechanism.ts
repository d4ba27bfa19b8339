import type { mechanisms as contract } from '@minsheng/contract';
import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import { valueWords } from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { isAtWork } from './at-work.repo.ts';
import { mechanismOf } from './definitions.repo.ts';
import { heldOrder } from './facts.repo.ts';
import { countsIn } from './groups.ts';
import { type Held, heldNow } from './held.repo.ts';
import { settleByAt } from './mechanism-waits.ts';
import { factsOf, isMet } from './missing.ts';
import { objectionsOf } from './objections.repo.ts';
import { mayFill, mayObject, mayRule } from './policy.ts';
import { reasonWords } from './text.ts';
import { type Filled, valuesOf } from './values.repo.ts';

type View = NonNullable<ReplyOf<typeof contract.orderMechanism>['held']>;

/** 工单上的机制: under which mechanism it is and why, its form, and what is still missing. */
export async function orderMechanism(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<ReplyOf<typeof contract.orderMechanism>> {
  const order = await orders.findVisible(ctx, orderId);
  const held = await heldNow(ctx, orderId);
  if (!held) return { held: null };
  const mechanism = await mechanismOf(ctx, held.mechanism);
  const [values, counted, settleAt, objections] = await Promise.all([
    valuesOf(ctx, orderId),
    heldOrder(ctx, orderId),
    settleByAt(ctx, orderId, mechanism),
    objectionViews(ctx, orderId),
  ]);
  const counts = counted && countsIn(mechanism, counted);
  return {
    held: {
      ...aboutHeld(mechanism, held),
      form: await formOf(ctx, { order, mechanism, values }),
      checks: await checksOf(ctx, orderId, mechanism),
      settleByAt: settleAt?.toISOString() ?? null,
      countsInDossier: counts,
      objections,
      can: {
        object:
          counts === true &&
          mayObject(ctx.actor) &&
          objections.every(({ state }) => state !== 'waiting'),
      },
    },
  };
}

const aboutHeld = ({ code, name }: Mechanism, { because, held_at, repeat_at }: Held) => ({
  code,
  name,
  because: because.map(reasonWords),
  heldAt: held_at.toISOString(),
  repeatAt: repeat_at?.toISOString() ?? null,
});

interface Filling {
  readonly order: orders.Order;
  readonly mechanism: Mechanism;
  readonly values: ReadonlyMap<string, Filled>;
}

async function formOf(ctx: Context, { order, mechanism, values }: Filling): Promise<View['form']> {
  const [works, names] = await Promise.all([
    isAtWork(ctx, order.id),
    accountNames(
      ctx,
      Array.from(values.values(), ({ by_account }) => by_account),
    ),
  ]);
  return mechanism.form.map((field) => {
    const filled = values.get(field.code);
    const { code, label, kind, stage, sensitive: isSensitive, choices, help } = field;
    return {
      ...{ code, label, kind, stage, isSensitive, choices, help },
      value: plain(filled),
      words: filled ? valueWords(field, filled.value, ctx.city.zone) : '',
      filledAt: filled?.filled_at.toISOString() ?? null,
      by: names.get(filled?.by_account ?? '') ?? null,
      mayFill: mayFill(ctx.actor, order, field, works).allowed,
    };
  });
}

function plain(filled: Filled | undefined): View['form'][number]['value'] {
  const value = filled?.value;
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}

async function checksOf(
  ctx: Context,
  orderId: string,
  { checks }: Mechanism,
): Promise<View['checks']> {
  const [facts, evidence] = await Promise.all([factsOf(ctx, orderId), evidenceOf(ctx, orderId)]);
  if (!facts) return [];
  return checks.map((check) => ({
    name: check.name,
    before: check.before,
    isMet: isMet(check, facts, evidence),
  }));
}

/** Evidence handed in so far. */
async function evidenceOf(ctx: Context, orderId: string): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select distinct e ->> 'code' as code
    from handling.reply as r
    cross join jsonb_array_elements(r.evidence) as e
    where r.city_id = ${ctx.cityId} and r.order_id = ${orderId}::uuid`.execute(ctx.tx);
  return new Set(rows.map(({ code }) => code));
}

async function objectionViews(ctx: Context, orderId: string): Promise<View['objections']> {
  const rows = await objectionsOf(ctx, orderId);
  const names = await accountNames(
    ctx,
    rows.flatMap(({ raised_by, ruled_by }) => [raised_by, ruled_by]),
  );
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    reason: row.reason,
    raisedBy: names.get(row.raised_by ?? '') ?? '',
    raisedAt: row.raised_at.toISOString(),
    ruling: row.ruling,
    ruledBy: row.ruled_by === null ? null : (names.get(row.ruled_by) ?? ''),
    ruledAt: row.ruled_at?.toISOString() ?? null,
    can: { rule: mayRule(ctx.actor, row).allowed },
  }));
}
