import { identity } from '@minsheng/contract';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { AccountFields, keepFitting } from './account-fields.tsx';
import { type AccountForm, formOf, rightsOf } from './account-form.ts';
import type { Account } from './accounts.queries.ts';
import { rightsText } from './rights-text.ts';
import { accountActsText } from './text.ts';

/** 修改账号. */
export function ChangeAccount({ account }: { account: Account }) {
  const [open, setOpen] = useState(false);
  const { message } = App.useApp();
  const [form] = Form.useForm<AccountForm>();
  const act = useAct(identity.changeAccount, {
    done: null,
    stale: ['accounts', 'me'],
    quiet: true,
    onDone: ({ rightsWait }) => {
      message.success(rightsWait ? rightsText.changedWaits : accountActsText.changed);
      setOpen(false);
    },
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {accountActsText.change}
      </Button>
      {open && (
        <FormDrawer<AccountForm>
          title={`${accountActsText.change} ${account.login}`}
          open
          form={form}
          initial={formOf(account)}
          onClose={() => setOpen(false)}
          onChange={() => keepFitting(form)}
          isPending={act.isPending}
          error={act.error}
          onSubmit={(values) =>
            act.mutate({ accountId: account.id, ...rightsOf(values), ...phoneOf(values) })
          }
        >
          <AccountFields
            form={form}
            known={account.unit === null ? [] : [account.unit]}
            maskedPhone={account.maskedPhone}
          />
        </FormDrawer>
      )}
    </>
  );
}

function phoneOf({ phone, clearsPhone }: AccountForm): { phone?: string | null } {
  if (clearsPhone) return { phone: null };
  return phone === '' || phone === undefined ? {} : { phone };
}
