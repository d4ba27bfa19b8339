import {
  appealTypeLabel,
  appealTypes,
  type CodeKind,
  returnReasonLabel,
  returnReasons,
} from '@minsheng/contract';
import { Form, Input, Select } from 'antd';
import { type ActOf, FormButton } from '../../ui/form-button.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { exchangeText as words } from './text.ts';

interface MapButtonProps<Sent, Reply> {
  /** Null: a code of theirs is asked for, which stands in no list here. */
  kind: CodeKind | null;
  label: string;
  act: ActOf<Sent, Reply>;
  input: (means: string) => Sent;
}

/** 补对照: asks what one code is called on the other side. */
export function MapButton<Sent, Reply>({ kind, label, act, input }: MapButtonProps<Sent, Reply>) {
  const extra = kind === 'matter' || kind === 'area' ? words.codeHelpOf[kind] : undefined;
  return (
    <FormButton
      label={words.map}
      act={act}
      help={words.mapHelp}
      input={({ means }: { means: string }) => input(means.trim())}
    >
      <Form.Item
        name="means"
        label={label}
        extra={extra}
        rules={[{ required: true, message: words.needed }]}
      >
        {fieldFor(kind, label)}
      </Form.Item>
    </FormButton>
  );
}

function fieldFor(kind: CodeKind | null, label: string) {
  switch (kind) {
    case 'type':
      return <Select options={optionsOf(appealTypes, appealTypeLabel)} />;
    case 'reason':
      return <Select options={optionsOf(returnReasons, returnReasonLabel)} />;
    case 'unit':
      return <UnitPicker label={label} offers="every-unit" />;
    default:
      return <Input maxLength={100} autoFocus />;
  }
}

const optionsOf = <Code extends string>(codes: readonly Code[], labels: Record<Code, string>) =>
  codes.map((value) => ({ value, label: labels[value] }));

/** What ours is called, where it has a name that fits on a line. */
export function oursWords(kind: CodeKind, ours: string): string {
  const type = appealTypes.find((one) => one === ours);
  if (kind === 'type' && type) return appealTypeLabel[type];
  const reason = returnReasons.find((one) => one === ours);
  return kind === 'reason' && reason ? returnReasonLabel[reason] : ours;
}
