import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';
import { Refusal } from '../../platform/refusal.ts';
import { answersOf, faultOf, isBlank } from './field-value.ts';
import type { MatterField } from './fields.repo.ts';
import { type FieldReader, fieldsFor, maySee } from './fields-for.ts';
import { fieldText as text } from './text.ts';

type Values = Readonly<Record<string, Json>>;

/**
 * 要素校验: unknown codes, values of the wrong kind and missing answers are refused by the field's own name:
 * `city.bad-field`, `city.field-missing`. A field this person may not see is unknown to them and never asked of them.
 */
export async function checkFields(
  ctx: Context,
  matterCode: string,
  values: Values,
  who: FieldReader,
  // An appeal that is answered or guided elsewhere on the line is not asked for what only a unit would need.
  asks: 'all' | 'given' = 'all',
): Promise<void> {
  const fields = (await fieldsFor(ctx, matterCode)).filter((field) => maySee(who, field));
  const missing = asks === 'all' ? missingIn(fields, values) : null;
  const fault = unknownIn(fields, values) ?? wrongIn(fields, values) ?? missing;
  if (fault) throw fault;
}

export function unknownIn(fields: readonly MatterField[], values: Values): Refusal | null {
  const code = Object.keys(values).find((said) => !fields.some((field) => field.code === said));
  return code === undefined ? null : bad(code, text.unknown);
}

export function wrongIn(fields: readonly MatterField[], values: Values): Refusal | null {
  for (const field of fields) {
    const value = values[field.code];
    if (value === undefined || isBlank(value)) continue;
    const reason = faultOf(field, value);
    if (reason !== null) return bad(field.label, reason);
  }
  return null;
}

export function missingIn(fields: readonly MatterField[], values: Values): Refusal | null {
  const missing = fields.find(
    (field) => isAsked(field, fields, values) && isBlank(values[field.code]),
  );
  return missing ? new Refusal('city.field-missing', { label: missing.label }) : null;
}

/** 必填: always, or when another field was answered so. */
function isAsked(
  { required }: MatterField,
  fields: readonly MatterField[],
  values: Values,
): boolean {
  if (typeof required === 'string') return required === 'always';
  const isKnown = fields.some(({ code }) => code === required.field);
  return (
    isKnown && answersOf(values[required.field]).some((answer) => required.is.includes(answer))
  );
}

const bad = (label: string, reason: string) => new Refusal('city.bad-field', { label, reason });
