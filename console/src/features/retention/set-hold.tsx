import {
  type HoldGround,
  type HoldTarget,
  holdGroundLabel,
  holdGrounds,
  holdTargetLabel,
  holdTargets,
  retention,
} from '@minsheng/contract';
import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { staleRetention } from './retention.queries.ts';
import { holdText as words } from './text.ts';

interface Values {
  orderNo: string;
  target: HoldTarget;
  ground: HoldGround;
  fromWhom: string;
  reason: string;
  until?: Dayjs | null;
}

const chosen = [{ required: true, message: words.needed }];
const numberForm = /^\s*\d{6}-\d{8}-\d{6,9}\s*$/;

/** 设置冻结, by the number of an order: whose telephone it was nobody types. */
export function SetHold() {
  const act = useAct(retention.setHold, {
    done: words.setDone,
    stale: staleRetention,
    quiet: true,
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { holdId: string }>
      label={words.set}
      help={words.setHelp}
      kind="primary"
      act={act}
      initial={{ target: 'order' }}
      input={({ until, orderNo, ...values }) => ({
        ...values,
        orderNo: orderNo.trim(),
        untilOn: until ? until.format('YYYY-MM-DD') : null,
      })}
    >
      <Form.Item
        name="orderNo"
        label={words.orderNo}
        rules={[{ required: true, pattern: numberForm, message: words.orderNoNeeded }]}
      >
        <Input maxLength={30} autoFocus />
      </Form.Item>
      <Form.Item name="target" label={words.target} rules={chosen}>
        <Select options={holdTargets.map((value) => ({ value, label: holdTargetLabel[value] }))} />
      </Form.Item>
      <Form.Item name="ground" label={words.ground} rules={chosen}>
        <Select options={holdGrounds.map((value) => ({ value, label: holdGroundLabel[value] }))} />
      </Form.Item>
      <Form.Item
        name="fromWhom"
        label={words.fromWhom}
        rules={[{ required: true, whitespace: true, min: 2, message: words.fromNeeded }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.reason}
        rules={[{ required: true, whitespace: true, min: 4, message: words.reasonNeeded }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="until" label={words.until}>
        <DatePicker className="wide" />
      </Form.Item>
    </FormButton>
  );
}
