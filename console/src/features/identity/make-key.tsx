import { apiScopes, apiScopeWords, identity, type RequestOf } from '@minsheng/contract';
import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Modal, Typography } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { firstPasswordText, apiKeysText as words } from './text.ts';

type Made = RequestOf<typeof identity.makeApiKey>;

interface Values extends Pick<Made, 'name' | 'scopes' | 'perMinute' | 'perDay'> {
  lastOn?: Dayjs | null;
}

const needed = [{ required: true, message: words.needed }];
// A group of boxes may not be called required (aria-required).
const oneAtLeast = [{ type: 'array' as const, min: 1, message: words.needed }];

/** 新建密钥; it is told once. */
export function MakeKey({ accountId }: { accountId: string }) {
  const [told, setTold] = useState<string | null>(null);
  const make = useAct(identity.makeApiKey, {
    done: null,
    stale: ['api-keys'],
    quiet: true,
    onDone: ({ key }) => setTold(key),
  });
  return (
    <>
      <FormButton
        label={words.make}
        act={make}
        initial={{ scopes: ['open311:file'], perMinute: 600, perDay: 50_000 }}
        input={({ lastOn, ...values }: Values) => ({
          accountId,
          ...values,
          lastOn: lastOn ? lastOn.format('YYYY-MM-DD') : null,
        })}
      >
        <KeyFields />
      </FormButton>
      <KeyTold told={told} onDone={() => setTold(null)} />
    </>
  );
}

const KeyFields = () => (
  <>
    <Form.Item name="name" label={words.name} rules={needed}>
      <Input maxLength={60} autoFocus />
    </Form.Item>
    <Form.Item name="scopes" label={words.scopes} extra={words.scopesHelp} rules={oneAtLeast}>
      <Checkbox.Group
        role="group"
        className="key-scopes"
        options={apiScopes.map((value) => ({ value, label: apiScopeWords[value].label }))}
      />
    </Form.Item>
    <Form.Item name="perMinute" label={words.perMinute} rules={needed}>
      <InputNumber min={1} max={100_000} />
    </Form.Item>
    <Form.Item name="perDay" label={words.perDay} rules={needed}>
      <InputNumber min={1} max={10_000_000} />
    </Form.Item>
    <Form.Item name="lastOn" label={words.lastOn} extra={words.lastOnHelp}>
      <DatePicker className="wide" />
    </Form.Item>
  </>
);

function KeyTold({ told, onDone }: { told: string | null; onDone: () => void }) {
  return (
    <Modal
      title={words.title}
      open={told !== null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onDone}>
          {firstPasswordText.done}
        </Button>
      }
    >
      <p className="gap-below">{words.once}</p>
      <Typography.Text copyable strong className="mono">
        {told ?? ''}
      </Typography.Text>
    </Modal>
  );
}
