import type { city } from '@minsheng/contract';
import type { MatterField } from './matter-field.ts';

export interface FieldForm {
  code: string;
  label: string;
  kind: (typeof city.fieldKinds)[number];
  choices?: string;
  required: 'always' | 'never' | 'when';
  otherField?: string;
  otherIs?: string;
  seenBy: MatterField['seenBy'];
  help?: string;
}

const choiceLine = /^\s*([A-Za-z0-9_-]+)\s*[==]\s*(\S.*?)\s*$/;

/** Lines `code=label`; null when a line cannot be read. */
export function choicesOf(text: string): MatterField['choices'] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const choices = lines.flatMap((line) => {
    const [, code, label] = choiceLine.exec(line) ?? [];
    return code === undefined || label === undefined ? [] : [{ code, label }];
  });
  return choices.length === lines.length ? choices : null;
}

export function formOf(field: MatterField): FieldForm {
  const { required } = field;
  const when =
    typeof required === 'string'
      ? { required }
      : { required: 'when' as const, otherField: required.field, otherIs: required.is.join(',') };
  return {
    code: field.code,
    label: field.label,
    kind: field.kind,
    choices: field.choices.map(({ code, label }) => `${code}=${label}`).join('\n'),
    ...when,
    seenBy: field.seenBy,
    help: field.help,
  };
}

export const hasChoices = (kind: FieldForm['kind'] | undefined): boolean =>
  kind === 'choice' || kind === 'choices';

export function fieldOf(form: FieldForm): MatterField {
  const is = (form.otherIs ?? '').split(/[,,、\s]+/).filter((word) => word !== '');
  return {
    code: form.code,
    label: form.label,
    kind: form.kind,
    choices: hasChoices(form.kind) ? (choicesOf(form.choices ?? '') ?? []) : [],
    required: form.required === 'when' ? { field: form.otherField ?? '', is } : form.required,
    seenBy: form.seenBy,
    help: form.help ?? '',
  };
}
