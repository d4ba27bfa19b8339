import type { Context } from '../../platform/context.ts';
import * as organisation from '../organisation/index.ts';
import { accountNames } from './account-names.ts';
import { aboutExportWords } from './text.ts';

/** 导出说明: whose export, when, what for and how much. Whoever passes the file on passes this on with it. */
export async function aboutExport(
  ctx: Context,
  { purpose, rows }: { purpose: string; rows: string },
): Promise<string[]> {
  const { accountId, unitCode } = ctx.actor;
  const [accounts, units] = await Promise.all([
    accountNames(ctx, [accountId]),
    organisation.unitNames(ctx, unitCode === null ? [] : [unitCode]),
  ]);
  const who = [units.get(unitCode ?? ''), accounts.get(accountId ?? '')].filter(Boolean).join(' ');
  const { on, time } = organisation.cityHour(ctx.now, ctx.city.zone);
  return aboutExportWords({ who, when: `${on} ${time}`, purpose, rows });
}
