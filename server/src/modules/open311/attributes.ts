import type { Json } from '../../platform/json.ts';
import { faultOf, type MatterField } from '../matters/index.ts';
import type { Arguments } from './arguments.ts';
import type { Fault } from './fault.ts';
import { text } from './text.ts';

const form = /^attribute\[([^\]]+)\](\[\])?$/;

/** `attribute[code]=v`, several as `attribute[code][]=a`: the answers by field, and everything wrong with them. */
export function answersIn(
  said: Arguments,
  fields: readonly MatterField[],
): { values: Record<string, Json>; faults: Fault[] } {
  const values: Record<string, Json> = {};
  const faults: Fault[] = [];
  for (const [name, all] of said) {
    const code = form.exec(name)?.[1];
    if (code === undefined) continue;
    const field = fields.find((one) => one.code === code);
    if (!field) {
      faults.push({ code: `unknown-attribute-${code}`, description: text.unknownAttribute(code) });
      continue;
    }
    const value = answerTo(field, all);
    const wrong = faultOf(field, value);
    if (wrong === null) values[code] = value;
    else faults.push({ code: `wrong-${code}`, description: `attribute[${code}]: ${wrong}` });
  }
  const missing = fields.filter(
    ({ code, required }) => required === 'always' && !isAnswered(said, code),
  );
  const lacking = missing.map(({ code, label }) => ({
    code: `missing-${code}`,
    description: text.missingAttribute(code, label),
  }));
  return { values, faults: [...faults, ...lacking] };
}

const isAnswered = (said: Arguments, code: string): boolean =>
  said.has(`attribute[${code}]`) || said.has(`attribute[${code}][]`);

function answerTo({ kind }: MatterField, all: readonly string[]): Json {
  const last = all.at(-1) ?? '';
  if (kind === 'choices') return all.flatMap((value) => value.split(','));
  if (kind === 'number' || kind === 'count' || kind === 'money') return Number(last);
  if (kind === 'yes-no') return yesNoOf[last] ?? last;
  return last;
}

const yesNoOf: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  no: false,
  false: false,
};
