import { directory, type RequestOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import type { Account } from './accounts.queries.ts';
import { directoryQuery } from './directory.queries.ts';
import { directoryText as words } from './directory-text.ts';

type Values = Pick<RequestOf<typeof directory.link>, 'source' | 'directoryLogin'>;

/** 关联统一身份: shown where a directory is set. */
export function LinkDirectory({ account }: { account: Account }) {
  const { data } = useQuery(directoryQuery);
  const link = useAct(directory.link, { done: words.done, stale: ['directory'], quiet: true });
  const sources = (['oidc', 'ldap'] as const).flatMap((value) => {
    const way = data?.ways[value];
    return way ? [{ value, label: way.label }] : [];
  });
  const [first] = sources;
  if (!first) return null;
  return (
    <FormButton
      label={words.link}
      act={link}
      initial={{ source: first.value }}
      input={(values: Values) => ({ accountId: account.id, ...values })}
    >
      <p className="soft">{words.linkHelp}</p>
      <Form.Item name="source" label={words.source}>
        <Radio.Group options={sources} />
      </Form.Item>
      <Form.Item
        name="directoryLogin"
        label={words.login}
        rules={[{ required: true, message: words.needed }]}
      >
        <Input maxLength={100} autoFocus autoComplete="off" />
      </Form.Item>
    </FormButton>
  );
}
