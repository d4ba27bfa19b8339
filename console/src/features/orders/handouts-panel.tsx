import { handouts } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { HandoutList } from '../../ui/handouts/handout-list.tsx';
import { ofOrderQuery, sendableQuery, staleHandouts } from '../../ui/handouts/handouts.queries.ts';
import { handoutText as words } from '../../ui/handouts/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { useSettled } from '../../ui/settled.ts';

/** 答复链接: what the caller was sent, and one more for whoever may send it. */
export function HandoutsPanel({ orderId }: { orderId: string }) {
  const { data } = useQuery(ofOrderQuery(orderId));
  if (!data || (data.rows.length === 0 && !data.can.send)) return null;
  return (
    <Panel title={words.title}>
      {data.rows.length > 0 && <HandoutList of={data} />}
      {data.can.send && <SendOne orderId={orderId} />}
    </Panel>
  );
}

function SendOne({ orderId }: { orderId: string }) {
  const [typed, setTyped] = useState('');
  const found = useQuery(sendableQuery(useSettled(typed.trim(), 180)));
  const act = useAct(handouts.sendHandout, {
    done: words.sent,
    stale: staleHandouts,
    quiet: true,
  });
  const options = (found.data ?? []).map(({ code, title }) => ({ value: code, label: title }));
  return (
    <FormButton
      label={words.send}
      help={words.sendHelp}
      act={act}
      input={({ code }: { code: string }) => ({ orderId, code })}
    >
      <Form.Item
        name="code"
        label={words.entry}
        extra={words.entryHelp}
        rules={[{ required: true, message: words.needed }]}
      >
        <Select showSearch={{ filterOption: false, onSearch: setTyped }} options={options} />
      </Form.Item>
    </FormButton>
  );
}
