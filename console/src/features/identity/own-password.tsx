import { identity, isStrongPassword } from '@minsheng/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { useMe } from '../../shell/session.ts';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { ownPasswordText as words } from './text.ts';

interface PasswordForm {
  current: string;
  next: string;
  again: string;
}

interface OwnPasswordFormProps {
  currentLabel: string;
  onDone: () => void;
}

function OwnPasswordForm({ currentLabel, onDone }: OwnPasswordFormProps) {
  const { login } = useMe().account;
  const client = useQueryClient();
  const act = useAct(identity.changeOwnPassword, {
    done: words.saved,
    stale: [],
    quiet: true,
    onDone: async () => {
      await client.invalidateQueries({ queryKey: ['me'] });
      onDone();
    },
  });
  return (
    <Form<PasswordForm>
      layout="vertical"
      requiredMark={false}
      onFinish={({ current, next }) => act.mutate({ current, next })}
    >
      <WhyRefused error={act.error} />
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <Form.Item
        name="current"
        label={currentLabel}
        rules={[{ required: true, message: words.needed }]}
      >
        <Input.Password autoComplete="current-password" autoFocus size="large" />
      </Form.Item>
      <Form.Item
        name="next"
        label={words.next}
        extra={words.rule}
        rules={[{ validator: (_, typed = '') => yes(isStrongPassword(typed, login), words.rule) }]}
      >
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      <Form.Item
        name="again"
        label={words.again}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, typed = '') => yes(typed === getFieldValue('next'), words.differs),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={act.isPending}>
        {words.save}
      </Button>
    </Form>
  );
}

const yes = (isSo: boolean, otherwise: string): Promise<void> =>
  isSo ? Promise.resolve() : Promise.reject(new Error(otherwise));

/** 首次登录: nothing is open but the choice of a password. */
export function FirstSignIn({ leave }: { leave: React.ReactNode }) {
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{words.dueTitle}</h1>
        <p>{words.dueHelp}</p>
        <OwnPasswordForm currentLabel={words.first} onDone={() => undefined} />
        <p className="sign-in-leave">{leave}</p>
      </div>
    </main>
  );
}

/** 修改密码, whenever a person likes. */
export function OwnPasswordButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="menu-link menu-own" onClick={() => setOpen(true)}>
        {words.change}
      </button>
      <Modal
        title={words.title}
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <p className="gap-below soft">{words.others}</p>
        <OwnPasswordForm currentLabel={words.current} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}
