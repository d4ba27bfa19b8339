import type { disputes as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { keepPrecedent } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { personalWordsIn } from '../redaction/index.ts';
import { change, type Return } from './returns.repo.ts';

/** 案例有效期: a ruling is followed for two years, then somebody looks again. */
const validYears = 2;

interface Ruling {
  no: number;
  digest: string;
  precedentId: string | null;
}

interface Ruled {
  input: InputOf<typeof contract.ruleOnReturn>;
  heard: readonly string[];
  /** 重复退单: which rejected request it only says again. */
  repeatsNo: number | null;
}

/** 裁定 and its precedent. Without a unit that leads there is nothing the next dispatcher could follow. */
export async function keepRuling(
  ctx: Context,
  order: orders.Order,
  open: Return,
  { input, heard, repeatsNo }: Ruled,
): Promise<Ruling> {
  // The case is read beside other orders: nobody stands in it by name, number or home.
  const found = await personalWordsIn(ctx, order.id, [input.facts]);
  refuseUnless(found.length === 0, 'disputes.names-person', { found: found.join('、') });
  const words = await orders.addText(ctx, order.id, { kind: 'reason', content: input.ruling });
  await change(ctx, open, {
    state: input.upheld ? 'upheld' : 'rejected',
    ruled_by: ctx.actor.accountId,
    ruled_at: ctx.now,
    ruling_no: words.no,
    ruling_basis: input.basis,
    new_lead: input.upheld ? (input.lead ?? null) : null,
    heard: [...heard],
    meeting_id: input.meetingId ?? null,
    repeats_no: repeatsNo,
  });
  const lead = input.upheld ? input.lead : open.unit_code;
  const precedentId =
    lead === undefined
      ? null
      : await keepPrecedent(ctx, {
          order,
          reason: open.reason,
          unitBefore: open.unit_code,
          lead,
          upheld: input.upheld,
          basis: input.basis,
          facts: input.facts,
          validTo: yearsOn(organisation.cityHour(ctx.now, ctx.city.zone).on),
        });
  return { no: words.no, digest: words.digest, precedentId };
}

const yearsOn = (day: string): string => `${Number(day.slice(0, 4)) + validYears}${day.slice(4)}`;
