import {
  appealTypeLabel,
  appealTypes,
  type CodeKind,
  returnReasonLabel,
  returnReasons,
} from '@minsheng/contract';
import { Form, Input, Select } from 'antd';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { type ActOf, FormButton } from '../../ui/form-button.tsx';
import { MatterPicker } from '../../ui/matter-picker.tsx';
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
  return (
    <FormButton
      label={words.map}
      act={act}
      help={words.mapHelp}
      input={({ means }: { means: string }) => input(means.trim())}
    >
      <Form.Item name="means" label={label} rules={[{ required: true, message: words.needed }]}>
        {fieldFor(kind, label)}
      </Form.Item>
    </FormButton>
  );
}

function fieldFor(kind: CodeKind | null, label: string) {
  switch (kind) {
    case 'type':
      return <Choice options={optionsOf(appealTypes, appealTypeLabel)} />;
    case 'reason':
      return <Choice options={optionsOf(returnReasons, returnReasonLabel)} />;
    case 'matter':
      return <MatterPicker label={label} />;
    case 'area':
      return <AreaPicker label={label} />;
    case 'unit':
      return <UnitPicker label={label} offers="every-unit" />;
    default:
      return <Input maxLength={100} autoFocus />;
  }
}

interface ChoiceProps {
  options: { value: string; label: string }[];
  id?: string;
  value?: string;
  onChange?: (code: string) => void;
}

/** Found by words or by code. */
function Choice({ options, ...field }: ChoiceProps) {
  return (
    <Select<string>
      {...field}
      showSearch={{
        filterOption: (typed, one) =>
          one !== undefined &&
          `${one.label}${one.value}`.toLowerCase().includes(typed.toLowerCase()),
      }}
      options={options}
    />
  );
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
