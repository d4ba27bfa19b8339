import type { Role } from '@minsheng/contract/words/roles.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { permissionsOf } from './actor-of.ts';

/** 能办理的人: somebody of a unit who may work on duties. */
export interface Worker {
  id: string;
  name: string;
  unitCode: string;
  phoneEnc: Buffer | null;
  maySignOff: boolean;
}

/** Of these units, by unit and login: accounts in use that may handle; what is locked, closed or outsourced is left out. */
export async function workersIn(ctx: Context, unitCodes: readonly string[]): Promise<Worker[]> {
  if (unitCodes.length === 0) return [];
  const rows = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.account')
    .select(['id', 'name', 'unit_code', 'roles', 'is_outsourced', 'phone_enc'])
    .where('city_id', '=', ctx.cityId)
    .where('unit_code', 'in', [...unitCodes])
    .where('locked_at', 'is', null)
    .where('closed_at', 'is', null)
    .orderBy('unit_code')
    .orderBy('login')
    .execute();
  return rows.flatMap((row) => {
    const permissions = permissionsOf(row.roles as Role[], row.is_outsourced);
    if (row.unit_code === null || !permissions.includes('handling.work')) return [];
    return {
      id: row.id,
      name: row.name,
      unitCode: row.unit_code,
      phoneEnc: row.phone_enc,
      maySignOff: permissions.includes('handling.sign-off'),
    };
  });
}
