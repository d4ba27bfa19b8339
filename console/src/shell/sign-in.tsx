import { directory, identity } from '@minsheng/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useAct } from './act.ts';
import { call } from './call.ts';
import { shellText, signInText } from './text.ts';

interface SignInForm {
  login: string;
  password: string;
}

type Way = 'own' | 'ldap';

/** 登录: the page somebody wanted stays in the address and opens afterwards. */
export function SignIn() {
  const { data: ways } = useQuery({
    queryKey: ['ways'],
    queryFn: ({ signal }) => call(directory.ways, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [way, setWay] = useState<Way>('own');
  const [refused] = useState(refusedOutside);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="sign-in-brand">
          <strong>{shellText.product}</strong>
          <span>{shellText.productLine}</span>
        </p>
        <h1>{signInText.title}</h1>
        {refused && <Alert type="error" showIcon title={refused} role="alert" />}
        {ways?.oidc && (
          <Button size="large" block href={`/api${directory.oidcStartPath}`}>
            {signInText.outside(ways.oidc.label)}
          </Button>
        )}
        {ways?.ldap && (
          <Segmented
            block
            value={way}
            onChange={setWay}
            options={[
              { value: 'own', label: signInText.own },
              { value: 'ldap', label: ways.ldap.label },
            ]}
          />
        )}
        <PasswordForm key={way} way={way} />
        <p className="soft">
          {signInText.citizen} <a href="/c/">{signInText.citizenLink}</a>
        </p>
      </div>
    </main>
  );
}

function PasswordForm({ way }: { way: Way }) {
  const client = useQueryClient();
  const act = useAct(way === 'own' ? identity.signIn : directory.signIn, {
    done: null,
    stale: [],
    quiet: true,
    onDone: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
  return (
    <>
      {act.error && <Alert type="error" showIcon title={act.error.message} role="alert" />}
      <Form<SignInForm>
        layout="vertical"
        requiredMark={false}
        onFinish={(form) => act.mutate(form)}
      >
        <Form.Item
          name="login"
          label={way === 'own' ? signInText.login : signInText.loginThere}
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
    </>
  );
}

/** What can be refused on the way through another system's sign-in: that way's own refusals and those of every sign-in. */
const refusals = { ...identity.identityRefusals, ...directory.directoryRefusals };
const isRefusal = (code: string | null): code is keyof typeof refusals =>
  code !== null && code in refusals;

/** Why somebody came back from outside without a session; said once, and not again after the next one. */
function refusedOutside(): string | null {
  const code = new URLSearchParams(location.search).get('refused');
  if (code !== null) history.replaceState(history.state, '', location.pathname);
  return isRefusal(code) ? refusals[code][1] : null;
}
