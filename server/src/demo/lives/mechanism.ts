import type { MechanismStage } from '@minsheng/contract/words/mechanisms.ts';
import { fillForm } from '../../modules/mechanisms/fill-form.ts';
import { orderMechanism } from '../../modules/mechanisms/order-mechanism.ts';
import type { Context } from '../../platform/context.ts';
import type { Chance } from '../chance.ts';

type Field = NonNullable<Awaited<ReturnType<typeof orderMechanism>>['held']>['form'][number];

/**
 * 机制表单 as whoever works at this stage fills it in: money as it was claimed, or a part of it; what is paid is nearly
 * always what the person has got. Nothing where no mechanism holds the order.
 */
export async function fillAt(
  ctx: Context,
  { orderId, stage, chance }: { orderId: string; stage: MechanismStage; chance: Chance },
): Promise<void> {
  const { held } = await orderMechanism(ctx, { orderId });
  if (!held) return;
  const known = held.form.filter(({ kind, value }) => kind === 'money' && value !== null);
  const money = Number(known.at(-1)?.value ?? 20_000);
  const part = stage === 'handling' && chance.of(0.2) ? 0.6 : 1;
  const values = Object.fromEntries(
    held.form
      .filter((field) => field.stage === stage && field.value === null && field.mayFill)
      .flatMap((field) => {
        const value = saidAs(field, { ctx, chance, money: Math.round(money * part) });
        return value === null ? [] : [[field.code, value]];
      }),
  );
  await fillForm(ctx, { orderId, values });
}

interface About {
  ctx: Context;
  chance: Chance;
  money: number;
}

function saidAs({ kind, choices }: Field, { ctx, chance, money }: About) {
  switch (kind) {
    case 'money':
      return money;
    case 'count':
      return chance.between(1, 5);
    case 'date':
      return ctx.now.toISOString().slice(0, 10);
    case 'choice':
      return choices[0]?.code ?? null;
    case 'yes-no':
      return true;
    case 'text':
      return null;
    default:
      return kind satisfies never;
  }
}
