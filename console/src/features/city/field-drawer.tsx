import { city } from '@minsheng/contract';
import { Form, Input, Radio, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { choicesOf, type FieldForm, fieldOf, formOf, hasChoices } from './field-form.ts';
import type { MatterField } from './matter-field.ts';
import { matterText } from './text.ts';

const needed = [{ required: true, whitespace: true, message: matterText.needed }];

interface FieldDrawerProps {
  matterCode: string;
  field: MatterField | null;
  others: readonly MatterField[];
  onClose: () => void;
}

function choicesRule(_: unknown, text: string | undefined): Promise<void> {
  const choices = choicesOf(text ?? '');
  if (choices !== null && choices.length > 0) return Promise.resolve();
  return Promise.reject(new Error(matterText.choicesWrong));
}

function Kind({ kind }: { kind: FieldForm['kind'] | undefined }) {
  return (
    <>
      <Form.Item
        name="kind"
        label={matterText.kind}
        rules={[{ required: true, message: matterText.needed }]}
      >
        <Select
          options={city.fieldKinds.map((value) => ({ value, label: matterText.kinds[value] }))}
        />
      </Form.Item>
      {hasChoices(kind) && (
        <Form.Item name="choices" label={matterText.choices} rules={[{ validator: choicesRule }]}>
          <Input.TextArea rows={5} />
        </Form.Item>
      )}
    </>
  );
}

function Required({
  required,
  others,
}: {
  required: string | undefined;
  others: readonly MatterField[];
}) {
  return (
    <>
      <Form.Item name="required" label={matterText.requiredWhen}>
        <Radio.Group
          className="radio-lines"
          options={[
            { value: 'never', label: matterText.never },
            { value: 'always', label: matterText.always },
            { value: 'when', label: matterText.when },
          ]}
        />
      </Form.Item>
      {required === 'when' && (
        <div className="form-row">
          <Form.Item
            name="otherField"
            label={matterText.otherField}
            rules={[{ required: true, message: matterText.needed }]}
          >
            <Select options={others.map(({ code, label }) => ({ value: code, label }))} />
          </Form.Item>
          <Form.Item name="otherIs" label={matterText.otherIs} rules={needed}>
            <Input />
          </Form.Item>
        </div>
      )}
    </>
  );
}

/** One field of a matter: added or changed as data; old orders keep what they hold. */
export function FieldDrawer({ matterCode, field, others, onClose }: FieldDrawerProps) {
  const [form] = Form.useForm<FieldForm>();
  const kind = Form.useWatch('kind', form);
  const required = Form.useWatch('required', form);
  const act = useAct(city.setMatterField, {
    done: matterText.saved,
    stale: ['matter', 'matters'],
    quiet: true,
    onDone: onClose,
  });
  return (
    <FormDrawer<FieldForm>
      title={field === null ? matterText.add : matterText.edit}
      open
      form={form}
      onClose={onClose}
      isPending={act.isPending}
      error={act.error}
      initial={field === null ? { kind: 'text', required: 'never', seenBy: 'all' } : formOf(field)}
      onSubmit={(values) => act.mutate({ matter: matterCode, ...fieldOf(values) })}
    >
      <p className="gap-below soft">{matterText.scopeHelp}</p>
      <Form.Item
        name="code"
        label={matterText.code}
        extra={matterText.codeHelp}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9_]*$/, message: matterText.codeHelp }]}
      >
        <Input disabled={field !== null} autoComplete="off" />
      </Form.Item>
      <Form.Item name="label" label={matterText.label} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Kind kind={kind} />
      <Required required={required} others={others.filter((one) => one.code !== field?.code)} />
      <Form.Item name="seenBy" label={matterText.seenBy}>
        <Radio.Group
          options={(['all', 'centre', 'lead'] as const).map((value) => ({
            value,
            label: matterText.seenByWords[value],
          }))}
        />
      </Form.Item>
      <Form.Item name="help" label={matterText.help}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
