import { identity } from '@minsheng/contract';
import { Form } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { AccountFields, keepFitting, LoginField } from './account-fields.tsx';
import { type AccountForm, emptyForm, rightsOf } from './account-form.ts';
import type { HandedOut } from './first-password.tsx';
import { accountsText } from './text.ts';

interface CreateAccountProps {
  onClose: () => void;
  onMade: (handedOut: HandedOut) => void;
}

/** 新建账号. */
export function CreateAccount({ onClose, onMade }: CreateAccountProps) {
  const [form] = Form.useForm<AccountForm>();
  const act = useAct(identity.createAccount, {
    done: null,
    stale: ['accounts'],
    quiet: true,
    onDone: onMade,
  });
  return (
    <FormDrawer<AccountForm>
      title={accountsText.create}
      submitLabel={accountsText.create}
      open
      form={form}
      initial={emptyForm}
      onClose={onClose}
      onChange={() => keepFitting(form)}
      isPending={act.isPending}
      error={act.error}
      onSubmit={(values) =>
        act.mutate({
          login: values.login,
          ...rightsOf(values),
          phone: values.phone === '' ? null : values.phone,
        })
      }
    >
      <LoginField />
      <AccountFields form={form} known={[]} maskedPhone={null} />
    </FormDrawer>
  );
}
