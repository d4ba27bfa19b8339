import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';
import { cityHour } from '../organisation/index.ts';
import { allFields, type MatterField, type StoredField } from './fields.repo.ts';
import { fieldText } from './text.ts';

/** Who looks at the fields: the centre sees all of them, a lead its own, everybody else those for all. */
export type FieldReader = 'centre' | 'lead' | 'all';

const sees: Record<FieldReader, readonly MatterField['seenBy'][]> = {
  centre: ['all', 'centre', 'lead'],
  lead: ['all', 'lead'],
  all: ['all'],
};

export const maySee = (who: FieldReader, field: MatterField): boolean =>
  sees[who].includes(field.seenBy);

/** 事项要素: fields inherit down the tree, and a longer prefix replaces a field of the same code. Broad ones first. */
export async function fieldsFor(ctx: Context, matterCode: string): Promise<MatterField[]> {
  return inheritedBy(
    (await allFields(ctx)).filter(({ retired }) => !retired),
    matterCode,
  );
}

export function inheritedBy(rows: readonly StoredField[], matterCode: string): MatterField[] {
  const fitting = rows
    .filter(({ prefix }) => matterCode.startsWith(prefix))
    .toSorted((a, b) => a.prefix.length - b.prefix.length || a.no - b.no);
  // A Map keeps a code where it first stood, so that a changed field does not jump on the form.
  return [...new Map(fitting.map(({ field }) => [field.code, field])).values()];
}

export interface ShownField {
  code: string;
  label: string;
  value: string;
}

/** Values in words, as this reader may see them. Retired fields and choices keep their words or at least their code. */
export async function shownFields(
  ctx: Context,
  matterCode: string,
  said: { values: Readonly<Record<string, Json>>; who: FieldReader },
): Promise<ShownField[]> {
  const known = inheritedBy(await allFields(ctx), matterCode);
  return Object.entries(said.values).flatMap(([code, value]) => {
    const field = known.find((candidate) => candidate.code === code);
    // A field nobody knows any more may have been one for the centre only.
    if (!field) return said.who === 'centre' ? { code, label: code, value: wordsOf(value) } : [];
    return maySee(said.who, field)
      ? { code, label: field.label, value: valueWords(field, value, ctx.city.zone) }
      : [];
  });
}

/** 要素的值 in words. */
export function valueWords(
  { kind, choices }: Pick<MatterField, 'kind' | 'choices'>,
  value: Json,
  zone: string,
): string {
  const labelOf = (code: Json) =>
    choices.find((choice) => choice.code === code)?.label ?? wordsOf(code);
  if (kind === 'yes-no') return value === true || value === 'yes' ? fieldText.yes : fieldText.no;
  if (kind === 'money' && typeof value === 'number') return fieldText.yuan(value);
  if (kind === 'datetime' && typeof value === 'string') return momentWords(value, zone);
  return Array.isArray(value) ? value.map(labelOf).join(fieldText.comma) : labelOf(value);
}

const wordsOf = (value: Json): string =>
  Array.isArray(value) ? value.map(String).join(fieldText.comma) : String(value ?? '');

/** As the clock on the city's wall showed it; what an import wrote otherwise stays as it is. */
function momentWords(value: string, zone: string): string {
  const at = Date.parse(value);
  if (Number.isNaN(at)) return value;
  const { on, time } = cityHour(new Date(at), zone);
  return `${on} ${time}`;
}
