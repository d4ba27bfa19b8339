import { identity } from '@minsheng/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useAct } from './act.ts';
import { shellText, signInText } from './text.ts';

interface SignInForm {
  login: string;
  password: string;
}

/** 登录: the page somebody wanted stays in the address and opens afterwards. */
export function SignIn() {
  const client = useQueryClient();
  const act = useAct(identity.signIn, {
    done: null,
    stale: [],
    quiet: true,
    onDone: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="sign-in-brand">
          <strong>{shellText.product}</strong>
          <span>{shellText.productLine}</span>
        </p>
        <h1>{signInText.title}</h1>
        {act.error && <Alert type="error" showIcon title={act.error.message} role="alert" />}
        <Form<SignInForm>
          layout="vertical"
          requiredMark={false}
          onFinish={(form) => act.mutate(form)}
        >
          <Form.Item
            name="login"
            label={signInText.login}
            rules={[{ required: true, message: signInText.loginNeeded }]}
          >
            <Input autoFocus autoComplete="username" size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={signInText.password}
            rules={[{ required: true, message: signInText.passwordNeeded }]}
          >
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={act.isPending}>
            {signInText.submit}
          </Button>
        </Form>
        <p className="soft">
          {signInText.citizen} <a href="/c/">{signInText.citizenLink}</a>
        </p>
      </div>
    </main>
  );
}
