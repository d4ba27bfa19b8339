import type { ClueSight } from '@minsheng/contract/words/clues.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Month } from './audit.repo.ts';

export interface Sight {
  readonly kind: ClueSight;
  readonly clue_id: string;
  readonly account_id: string | null;
  readonly unit_code: string | null;
  /** To whom it was handed. */
  readonly to_unit: string | null;
  readonly at: Date;
  readonly times: number;
}

/**
 * 谁看过线索: out of the audit log every answered opening of a clue and of a photo of one, by the centre and by units, and
 * every handing over. A page that asks again by itself tells nothing new: once a person, clue and day, with how many times.
 */
const sights = ({ cityId, city }: Context, { from, to }: Month) => sql`
  select kind, clue_id, account_id, unit_code, to_unit, max(at) as at, count(*)::int as times
  from (
    select case when a.path = '/clues/:clueId' then 'pack' else 'received' end as kind,
      (a.facts ->> 'clueId')::uuid as clue_id, a.actor_id as account_id, a.unit_code,
      null::text as to_unit, a.at
    from platform.audit_line as a
    where a.city_id = ${cityId} and a.at >= ${from} and a.at < ${to} and a.refusal is null
      and a.path in ('/clues/:clueId', '/clues/received/:clueId')
    union all
    select 'photo', p.clue_id, a.actor_id, a.unit_code, null, a.at
    from clues.photo as p
    join platform.audit_line as a
      on a.city_id = p.city_id and a.path = '/files/:fileId'
        and a.facts ->> 'fileId' = p.file_id::text
        and a.at >= ${from} and a.at < ${to} and a.refusal is null
    where p.city_id = ${cityId}
    union all
    select 'sent', s.clue_id, s.sent_by, null, s.unit_code, s.sent_at
    from clues.sending as s
    where s.city_id = ${cityId} and s.sent_at >= ${from} and s.sent_at < ${to}
  ) as seen
  group by kind, clue_id, account_id, unit_code, to_unit, (at at time zone ${city.zone})::date`;

export async function countSights(ctx: Context, month: Month): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from (${sights(ctx, month)}) as s`.execute(ctx.tx);
  return rows[0]?.many ?? 0;
}

/** The latest first. */
export async function sightRows(ctx: Context, month: Month, most: number): Promise<Sight[]> {
  const { rows } = await sql<Sight>`
    select s.* from (${sights(ctx, month)}) as s
    order by s.at desc, s.clue_id, s.kind
    limit ${most}`.execute(ctx.tx);
  return rows;
}
