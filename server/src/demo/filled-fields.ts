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
  /** What is answered already; it may ask for more. */
  given: Values;
}

/** 要素 of a matter as an agent would fill them: what is asked always, and what those answers ask for in turn. */
export async function filledFields(ctx: Context, about: FieldsToFill): Promise<Values> {
  const fields = await fieldsFor(ctx, about.matterCode);
  const values: Values = { ...about.given };
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
      return fitting(field.choices, say, chance);
    case 'choices':
      return [fitting(field.choices, say, chance)];
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

/** What the words speak of, by the pairs of characters both have; chance decides between equals. */
function fitting(choices: Field['choices'], say: string, chance: Chance): string {
  const pairsOf = (words: string) =>
    Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2));
  const scored = choices.map(({ code, label }) => ({
    code,
    score: pairsOf(label).filter((pair) => say.includes(pair)).length,
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  return chance.one(scored.filter(({ score }) => score === best)).code;
}
