import { fieldsFor } from '../modules/matters/index.ts';
import type { Context } from '../platform/context.ts';
import type { Chance } from './chance.ts';

type Values = Record<string, string | number | boolean | string[]>;
type Field = Awaited<ReturnType<typeof fieldsFor>>[number];

export interface FieldsToFill {
  matterCode: string;
  chance: Chance;
  address: string;
  say: string;
  at: Date;
}

/** 要素 of a matter as an agent would fill them: what is asked always, and what those answers ask for in turn. */
export async function filledFields(ctx: Context, about: FieldsToFill): Promise<Values> {
  const fields = await fieldsFor(ctx, about.matterCode);
  const values: Values = {};
  for (let asked = nextAsked(fields, values); asked; asked = nextAsked(fields, values))
    values[asked.code] = saidFor(asked, about);
  return values;
}

function nextAsked(fields: readonly Field[], values: Values): Field | undefined {
  return fields.find((field) => {
    if (field.code in values || field.required === 'never') return false;
    if (field.required === 'always') return true;
    const answer = values[field.required.field];
    const said =
      typeof answer === 'boolean' ? [answer ? 'yes' : 'no'] : [answer].flat().map(String);
    return field.required.is.some((wanted) => said.includes(wanted));
  });
}

const shortText = 60;

function saidFor(field: Field, { chance, address, say, at }: FieldsToFill): Values[string] {
  switch (field.kind) {
    case 'choice':
      return chance.one(field.choices).code;
    case 'choices':
      return [chance.one(field.choices).code];
    case 'yes-no':
      return chance.of(0.4);
    case 'count':
      return chance.between(1, 12);
    case 'number':
      return chance.between(2, 40);
    case 'money':
      return chance.between(100, 90_000);
    case 'date':
      return at.toISOString().slice(0, 10);
    case 'datetime':
      return at.toISOString();
    case 'long-text':
      return say;
    case 'text':
    case 'place':
      return address.slice(0, shortText);
    default:
      return field.kind satisfies never;
  }
}
