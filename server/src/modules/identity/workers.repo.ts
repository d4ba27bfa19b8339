import type { Permission, Role } from '@minsheng/contract/words/roles.ts';
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
  const people = await peopleIn(ctx, unitCodes);
  return people.flatMap(({ id, name, unitCode, phoneEnc, permissions }) => {
    if (!permissions.includes('handling.work')) return [];
    const maySignOff = permissions.includes('handling.sign-off');
    return { id, name, unitCode, phoneEnc, maySignOff };
  });
}

/** Of one unit, by login: accounts in use that may do this. */
export async function peopleWho(
  ctx: Context,
  permission: Permission,
  unitCode: string,
): Promise<{ id: string; name: string }[]> {
  const people = await peopleIn(ctx, [unitCode]);
  return people.filter(({ permissions }) => permissions.includes(permission));
}

/** 号码 of the people of a unit in one role, or of one person, who left one; for a message to just them. */
export async function phonesIn(
  ctx: Context,
  unitCode: string,
  { role, accountId }: { role: Role | null; accountId: string | null },
): Promise<Buffer[]> {
  if (role === null && accountId === null) return [];
  const people = await peopleIn(ctx, [unitCode]);
  return people.flatMap(({ id, roles, phoneEnc }) => {
    const isMeant = accountId === null ? roles.some((one) => one === role) : id === accountId;
    return isMeant && phoneEnc ? [phoneEnc] : [];
  });
}

/** 账号 of a unit: one person, or whoever is in one of these roles, or may handle where `workers` are meant. */
export async function accountsIn(
  ctx: Context,
  unitCode: string,
  { readers, accountId }: { readers: readonly string[]; accountId: string | null },
): Promise<string[]> {
  const people = await peopleIn(ctx, [unitCode]);
  const isMeant = ({ id, roles, permissions }: (typeof people)[number]): boolean => {
    if (accountId !== null) return id === accountId;
    const handles = readers.includes('workers') && permissions.includes('handling.work');
    return handles || roles.some((role) => readers.includes(role));
  };
  return people.filter(isMeant).map(({ id }) => id);
}

async function peopleIn(ctx: Context, unitCodes: readonly string[]) {
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
  return rows.flatMap(({ id, name, unit_code, roles, is_outsourced, phone_enc }) =>
    unit_code === null
      ? []
      : {
          id,
          name,
          unitCode: unit_code,
          phoneEnc: phone_enc,
          roles,
          permissions: permissionsOf(roles as Role[], is_outsourced),
        },
  );
}
