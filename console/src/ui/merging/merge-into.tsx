import { merging } from '@minsheng/contract';
import { Form, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../form-button.tsx';
import type { OrderPageView } from '../order-facts.tsx';
import { OrderPicker } from '../order-picker.tsx';
import { staleAfterMerging } from './merging.queries.ts';
import { mergingText } from './text.ts';

/** 并入另一件. */
export function MergeInto({ order }: { order: OrderPageView }) {
  const act = useAct(merging.mergeOrders, {
    done: mergingText.joined,
    stale: staleAfterMerging,
    quiet: true,
  });
  return (
    <FormButton
      label={mergingText.into}
      help={mergingText.intoHelp}
      act={act}
      input={({ master, reason }: { master: string; reason: string }) => ({
        orderId: master,
        orderIds: [order.id],
        reason,
      })}
    >
      <Form.Item
        name="master"
        label={mergingText.intoField}
        rules={[{ required: true, message: mergingText.intoNeeded }]}
      >
        <OrderPicker offered={order.related} except={order.id} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={mergingText.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: mergingText.reasonNeeded }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}
