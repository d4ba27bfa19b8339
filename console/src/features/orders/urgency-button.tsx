import { intake, type Urgency, urgencies, urgencyLabel } from '@minsheng/contract';
import { Form, Input, Radio } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { staleAfterOrder } from './order.queries.ts';
import { actText } from './text.ts';

interface UrgencyButtonProps {
  order: OrderPageView;
  direction: 'raise' | 'lower';
}

interface UrgencyForm {
  urgency: Urgency;
  reason: string;
}

function choices(now: Urgency, direction: 'raise' | 'lower'): Urgency[] {
  const at = urgencies.indexOf(now);
  return direction === 'raise' ? urgencies.slice(0, at) : urgencies.slice(at + 1);
}

/** 紧急程度: anybody may raise it; lowering is the shift lead's, with a reason. */
export function UrgencyButton({ order, direction }: UrgencyButtonProps) {
  const act = useAct(intake.changeUrgency, {
    done: actText.urgencyDone,
    stale: staleAfterOrder,
    quiet: true,
  });
  const options = choices(order.urgency, direction);
  if (options.length === 0) return null;
  return (
    <FormButton
      label={actText[direction]}
      act={act}
      input={(form: UrgencyForm) => ({ orderId: order.id, ...form })}
    >
      <Form.Item
        name="urgency"
        label={actText.urgencyTo}
        rules={[{ required: true, message: actText.urgencyNeeded }]}
      >
        <Radio.Group options={options.map((value) => ({ value, label: urgencyLabel[value] }))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={actText.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: actText.reasonNeeded }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </FormButton>
  );
}
