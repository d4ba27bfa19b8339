import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { Context } from '../../platform/context.ts';
import { valueWords } from '../matters/index.ts';
import type { Facts } from './conditions.ts';

export interface ShownValue {
  code: string;
  label: string;
  value: string;
}

/** 列出的要素 of one order in words; sensitive ones are in no list. */
export function shownValues(
  ctx: Context,
  { form }: Pick<Mechanism, 'form'>,
  { values }: Pick<Facts, 'values'>,
  codes: readonly string[] | null,
): ShownValue[] {
  return form.flatMap((field) => {
    const value = values.get(field.code);
    const isListed = !field.sensitive && (codes === null || codes.includes(field.code));
    return isListed && value !== undefined
      ? [{ code: field.code, label: field.label, value: valueWords(field, value, ctx.city.zone) }]
      : [];
  });
}
