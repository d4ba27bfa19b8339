import type { MatterField } from './fields.repo.ts';
import { fieldText as text } from './text.ts';

/** What is wrong with a field as somebody defines it; null when nothing is. `before` is the field of that code until now. */
export function definitionFault(
  field: MatterField,
  around: readonly MatterField[],
  before: MatterField | null,
): string | null {
  if (!/^[a-z][a-z0-9_]*$/.test(field.code)) return text.badCode;
  if (field.label.trim() === '') return text.labelNeeded;
  if (before && before.kind !== field.kind) return text.kindChanged;
  return choicesFault(field) ?? conditionFault(field, around);
}

function choicesFault({ kind, choices }: MatterField): string | null {
  const isChoice = kind === 'choice' || kind === 'choices';
  if (!isChoice) return choices.length === 0 ? null : text.choicesNeedless;
  const codes = choices.map(({ code }) => code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice !== undefined) return text.choiceTwice(twice);
  return choices.length < 2 ? text.choicesNeeded : null;
}

function conditionFault(
  { code, required }: MatterField,
  around: readonly MatterField[],
): string | null {
  if (typeof required === 'string') return null;
  if (required.field === code) return text.conditionSelf;
  const asked = around.find((candidate) => candidate.code === required.field);
  if (!asked) return text.conditionField(required.field);
  const answers = asked.kind === 'yes-no' ? ['yes', 'no'] : asked.choices.map((one) => one.code);
  const strange = required.is.find((answer) => !answers.includes(answer));
  return strange === undefined ? null : text.conditionAnswer(strange);
}
