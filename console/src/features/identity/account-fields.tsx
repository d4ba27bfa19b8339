import { areApart, roleWords, scopeLabel, widestScope } from '@minsheng/contract';
import { Checkbox, Form, type FormInstance, Input, Select } from 'antd';
import { type PickedUnit, UnitPicker } from '../../ui/unit-picker.tsx';
import { type AccountForm, fitting, offeredNarrowings, offeredRoles } from './account-form.ts';
import { accountFormText as words } from './text.ts';

const needed = [{ required: true, whitespace: true, message: words.needed }];

export function LoginField() {
  return (
    <Form.Item
      name="login"
      label={words.login}
      extra={words.loginHelp}
      rules={[{ required: true, pattern: /^[a-z][a-z0-9._-]{1,39}$/, message: words.loginHelp }]}
    >
      <Input autoComplete="off" autoCapitalize="none" autoFocus />
    </Form.Item>
  );
}

function RoleFields({ form }: { form: FormInstance<AccountForm> }) {
  const outsourced = Form.useWatch('outsourced', form) ?? false;
  const held = Form.useWatch('roles', form) ?? [];
  return (
    <>
      <Form.Item name="outsourced" valuePropName="checked" extra={words.outsourcedHelp}>
        <Checkbox>{words.outsourced}</Checkbox>
      </Form.Item>
      <Form.Item
        name="roles"
        label={words.roles}
        rules={[{ required: true, type: 'array', min: 1, message: words.rolesNeeded }]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={offeredRoles(outsourced).map((role) => ({
            value: role,
            label: roleWords[role].label,
            disabled: !held.includes(role) && !areApart([...held, role]),
          }))}
        />
      </Form.Item>
      <Form.Item name="scope" label={words.scope} extra={words.scopeHelp}>
        <Select
          options={[
            { value: 'roles', label: words.asRoles(held.length === 0 ? null : widestScope(held)) },
            ...offeredNarrowings(held).map((value) => ({ value, label: scopeLabel[value] })),
          ]}
        />
      </Form.Item>
    </>
  );
}

function PhoneFields({ masked }: { masked: string | null }) {
  return (
    <>
      <Form.Item
        name="phone"
        label={words.phone}
        extra={words.phoneHelp}
        rules={[{ pattern: /^1\d{10}$/, message: words.phoneWrong }]}
      >
        <Input
          inputMode="tel"
          autoComplete="off"
          maxLength={11}
          {...(masked === null ? {} : { placeholder: words.phoneKept(masked) })}
        />
      </Form.Item>
      {masked !== null && (
        <Form.Item name="clearsPhone" valuePropName="checked">
          <Checkbox>{words.phoneClear}</Checkbox>
        </Form.Item>
      )}
    </>
  );
}

interface AccountFieldsProps {
  form: FormInstance<AccountForm>;
  known: readonly PickedUnit[];
  maskedPhone: string | null;
}

/** Everything of an account but its login. */
export function AccountFields({ form, known, maskedPhone }: AccountFieldsProps) {
  return (
    <>
      <Form.Item name="name" label={words.name} rules={needed}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="unit"
        label={words.unit}
        rules={[{ required: true, message: words.unitNeeded }]}
      >
        <UnitPicker known={known} offers="every-unit" />
      </Form.Item>
      <RoleFields form={form} />
      <PhoneFields masked={maskedPhone} />
    </>
  );
}

/** Called on every change of the form. */
export function keepFitting(form: FormInstance<AccountForm>): void {
  form.setFieldsValue(fitting(form.getFieldsValue(['outsourced', 'roles', 'scope'])));
}
