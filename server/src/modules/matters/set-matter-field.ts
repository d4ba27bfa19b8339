import type { city } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { changeCityData } from '../organisation/index.ts';
import { definitionFault } from './field-definition.ts';
import { allFields, write } from './fields.repo.ts';
import { inheritedBy } from './fields-for.ts';
import { matterTree } from './matters.repo.ts';

/**
 * 维护要素: adds or changes one field of a leaf, a group or a whole domain, without code. Its kind stays as it is:
 * old orders hold values of that kind. Refuses `city.no-such-matter`, `city.bad-field-definition`.
 */
export async function setMatterField(
  ctx: Context,
  { matter: prefix, ...field }: InputOf<typeof city.setMatterField>,
): Promise<{ done: true }> {
  const tree = await matterTree(ctx);
  const leaves = [...tree.keys()].filter((code) => code.startsWith(prefix));
  refuseUnless(leaves.length > 0, 'city.no-such-matter', { code: prefix });
  const rows = await allFields(ctx);
  const before = rows.find((row) => row.prefix === prefix && row.field.code === field.code);
  // A condition of a broad field may only name fields every leaf below it has.
  const around = inheritedBy(
    rows.filter((row) => prefix.startsWith(row.prefix)),
    prefix,
  );
  const reason = definitionFault(field, around, before?.field ?? null);
  refuseUnless(reason === null, 'city.bad-field-definition', { reason: reason ?? '' });

  await write(ctx, prefix, field);
  await changeCityData(ctx, { what: 'matter-field', matter: prefix, field: field.code });
  return { done: true };
}
