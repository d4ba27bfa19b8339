import { exchange, type RequestOf, signSchemes } from '@minsheng/contract';
import { Form, Input, InputNumber, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import type { PeerRow, Peers } from './exchange.queries.ts';
import { exchangeText as words } from './text.ts';

const needed = [{ required: true, message: words.needed }];

type Added = RequestOf<typeof exchange.addPeer>;

/** 登记对接方. */
export function AddPeer({ adapters, nets }: Pick<Peers, 'adapters' | 'nets'>) {
  const [form] = Form.useForm<Added>();
  const scheme = Form.useWatch('scheme', form);
  const adapter = Form.useWatch('adapter', form);
  const fitting = nets.filter((net) => net.adapter === adapter);
  const act = useAct(exchange.addPeer, { done: words.added, stale: ['exchange'], quiet: true });
  return (
    <FormButton
      label={words.add}
      kind="primary"
      act={act}
      form={form}
      // What is hidden is not asked: a folder and another city's interface are signed by nobody.
      input={(values: Added) => ({ ...values, scheme: values.scheme ?? 'hmac-sha256' })}
      initial={{ scheme: 'hmac-sha256', perMinute: 600, adapter: adapters[0]?.name ?? '' }}
    >
      <Form.Item name="code" label={words.code} extra={words.codeHelp} rules={needed}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item name="name" label={words.name} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="adapter" label={words.adapter} rules={needed}>
        <Select
          options={adapters.map(({ name, label }) => ({ value: name, label }))}
          onChange={() => form.resetFields(['net'])}
        />
      </Form.Item>
      {fitting.length > 0 && <NetItem nets={fitting} />}
      {['county', 'dual-line', 'folder', 'open311'].includes(adapter) && (
        <Form.Item
          name="unitCode"
          label={words.ownUnit}
          {...(adapter === 'dual-line' ? { extra: words.ownUnitHelp } : { rules: needed })}
        >
          <UnitPicker label={words.ownUnit} />
        </Form.Item>
      )}
      {adapter === 'folder' ? (
        <p className="soft">{words.folderHelp}</p>
      ) : (
        <Address adapter={adapter} />
      )}
      <Form.Item name="ownCode" label={words.ownCode} rules={needed}>
        <Input maxLength={40} />
      </Form.Item>
      {adapter === 'open311' && <ApiKey isNew />}
      {adapter !== 'folder' && adapter !== 'open311' && (
        <>
          <Form.Item name="scheme" label={words.scheme} rules={needed}>
            <Select
              options={signSchemes.map((value) => ({ value, label: words.schemes[value] }))}
            />
          </Form.Item>
          {scheme === 'sm2' ? <PeerKey /> : <Secret isNew />}
        </>
      )}
      <PerMinute />
    </FormButton>
  );
}

const Address = ({ adapter }: { adapter: string | undefined }) => (
  <Form.Item
    name="baseUrl"
    label={words.address}
    rules={needed}
    {...(adapter === 'open311' && { extra: words.open311Help })}
  >
    <Input maxLength={300} inputMode="url" />
  </Form.Item>
);

const NetItem = ({ nets }: Pick<Peers, 'nets'>) => (
  <Form.Item name="net" label={words.net} extra={words.netHelp}>
    <Select
      allowClear
      placeholder={words.noNet}
      options={nets.map(({ code, name }) => ({ value: code, label: name }))}
    />
  </Form.Item>
);

const Secret = ({ isNew }: { isNew: boolean }) => (
  <Form.Item
    name="secret"
    label={isNew ? words.secret : words.newSecret}
    extra={isNew ? words.secretHelp : words.newSecretHelp}
    rules={isNew ? needed : []}
  >
    <Input.Password maxLength={200} autoComplete="new-password" />
  </Form.Item>
);

const ApiKey = ({ isNew }: { isNew: boolean }) => (
  <Form.Item
    name="apiKey"
    label={isNew ? words.apiKey : words.newApiKey}
    extra={isNew ? words.apiKeyHelp : words.newSecretHelp}
    rules={isNew ? needed : []}
  >
    <Input.Password maxLength={200} autoComplete="new-password" />
  </Form.Item>
);

const PeerKey = () => (
  <Form.Item name="peerPublicKey" label={words.peerKey} extra={words.peerKeyHelp} rules={needed}>
    <Input.TextArea rows={3} maxLength={130} />
  </Form.Item>
);

const PerMinute = () => (
  <Form.Item name="perMinute" label={words.perMinute} rules={needed}>
    <InputNumber min={1} max={100_000} />
  </Form.Item>
);

interface Changed {
  name: string;
  baseUrl?: string;
  secret?: string | undefined;
  apiKey?: string | undefined;
  peerPublicKey?: string | undefined;
  perMinute: number;
}

function Keys({ peer }: { peer: PeerRow }) {
  if (peer.adapter === 'open311') return <ApiKey isNew={false} />;
  return peer.scheme === 'sm2' ? <PeerKey /> : <Secret isNew={false} />;
}

/** 修改对接方: what is left empty stays. */
export function ChangePeer({ peer }: { peer: PeerRow }) {
  const isFolder = peer.adapter === 'folder';
  const act = useAct(exchange.changePeer, {
    done: words.changed,
    stale: ['exchange'],
    quiet: true,
  });
  return (
    <FormButton
      label={words.change}
      act={act}
      initial={{
        name: peer.name,
        ...(!isFolder && { baseUrl: peer.baseUrl }),
        perMinute: peer.perMinute,
        ...(peer.peerPublicKey !== null && { peerPublicKey: peer.peerPublicKey }),
      }}
      input={({ secret, apiKey, ...values }: Changed) => ({
        code: peer.code,
        ...values,
        ...(secret && { secret }),
        ...(apiKey && { apiKey }),
      })}
    >
      <Form.Item name="name" label={words.name} rules={needed}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      {!isFolder && <Address adapter={peer.adapter} />}
      {!isFolder && <Keys peer={peer} />}
      <PerMinute />
    </FormButton>
  );
}
