import type { Role } from '@minsheng/contract/words/roles.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 登录与授权规则. */
export interface SignInRules {
  readonly factorRoles: readonly Role[];
  readonly confirmsGrants: boolean;
  readonly idleMinutes: number;
  readonly sessionHours: number;
}

export interface ChosenRules {
  readonly factor_roles: Role[];
  readonly confirms_grants: boolean;
  readonly idle_minutes: number;
  readonly session_hours: number;
}

interface RulesRow extends ChosenRules {
  readonly changed_at: Date;
  readonly changed_by: string;
}

export async function keptRules(ctx: Context): Promise<RulesRow | null> {
  const row = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.sign_in_rules')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .executeTakeFirst();
  return (row as RulesRow | undefined) ?? null;
}

/** 演示账号还在: somebody could sign in with a password that stands in the demo's file. */
export async function isDemo(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{ is_demo: boolean }>`
    select exists (
      select from identity.account
      where city_id = ${ctx.cityId} and password_from = 'demo'
        and locked_at is null and closed_at is null) as is_demo`.execute(ctx.tx);
  return rows[0]?.is_demo ?? false;
}

export async function keepRules(ctx: Context, rules: SignInRules): Promise<void> {
  const row = {
    factor_roles: [...rules.factorRoles],
    confirms_grants: rules.confirmsGrants,
    idle_minutes: rules.idleMinutes,
    session_hours: rules.sessionHours,
    changed_at: ctx.now,
    changed_by: ctx.actor.accountId ?? '',
  };
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.sign_in_rules')
    .values({ city_id: ctx.cityId, ...row })
    .onConflict((found) => found.column('city_id').doUpdateSet(row))
    .execute();
}
