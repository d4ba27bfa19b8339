import { mechanisms } from '@minsheng/contract';
import { Form, Input, Radio } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../form-button.tsx';
import { mechanismPanelText as words } from './text.ts';

const stale = ['mechanisms', 'orders'];
const reasoned = [{ required: true, whitespace: true, min: 6, message: words.reasonNeeded }];

export function ObjectButton({ orderId }: { orderId: string }) {
  const act = useAct(mechanisms.raiseObjection, { done: words.objectDone, stale, quiet: true });
  return (
    <FormButton
      label={words.object}
      help={words.objectHelp}
      act={act}
      input={({ reason }: { reason: string }) => ({ orderId, reason })}
    >
      <Form.Item name="reason" label={words.objectReason} rules={reasoned}>
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}

export function RuleButton({ objectionId }: { objectionId: string }) {
  const act = useAct(mechanisms.ruleOnObjection, { done: words.ruleDone, stale, quiet: true });
  return (
    <FormButton
      label={words.rule}
      act={act}
      input={(said: { upheld: boolean; ruling: string }) => ({ objectionId, ...said })}
    >
      <Form.Item
        name="upheld"
        label={words.upheld}
        rules={[{ required: true, message: words.needed }]}
      >
        <Radio.Group
          options={[
            { value: true, label: words.upheldYes },
            { value: false, label: words.upheldNo },
          ]}
        />
      </Form.Item>
      <Form.Item name="ruling" label={words.ruling} rules={reasoned}>
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}
