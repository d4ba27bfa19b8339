import { intake, type Urgency, urgencies, urgencyLabel } from '@minsheng/contract';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
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
  const [open, setOpen] = useState(false);
  const act = useAct(intake.changeUrgency, {
    done: actText.urgencyDone,
    stale: staleAfterOrder,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const options = choices(order.urgency, direction);
  if (options.length === 0) return null;
  const label = actText[direction];
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <FormDrawer<UrgencyForm>
        title={label}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={(form) => act.mutate({ orderId: order.id, ...form })}
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
      </FormDrawer>
    </>
  );
}
