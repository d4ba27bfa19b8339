import { appealTypeLabel, appealTypes, type CodeKind } from '@minsheng/contract';
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
  return (
    <FormButton
      label={words.map}
      act={act}
      help={words.mapHelp}
      input={({ means }: { means: string }) => input(means.trim())}
    >
      <Form.Item name="means" label={label} rules={[{ required: true, message: words.needed }]}>
        {kind === 'type' ? (
          <Select
            options={appealTypes.map((value) => ({ value, label: appealTypeLabel[value] }))}
          />
        ) : kind === 'unit' ? (
          <UnitPicker label={label} offers="every-unit" />
        ) : (
          <Input maxLength={100} autoFocus />
        )}
      </Form.Item>
    </FormButton>
  );
}
