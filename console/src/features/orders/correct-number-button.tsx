import { intake } from '@minsheng/contract';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { staleAfterOrder } from './order.queries.ts';
import { actText } from './text.ts';

/** 更正号码: the number travels in the body, never in an address. */
export function CorrectNumberButton({ orderId }: { orderId: string }) {
  const [open, setOpen] = useState(false);
  const act = useAct(intake.correctNumber, {
    done: actText.correctDone,
    stale: staleAfterOrder,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{actText.correctNumber}</Button>
      <FormDrawer<{ phone: string }>
        title={actText.correctNumber}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ phone }) => act.mutate({ orderId, phone })}
      >
        <Form.Item
          name="phone"
          label={actText.newNumber}
          rules={[{ required: true, pattern: /^\+?[\d-]{5,20}$/, message: actText.numberNeeded }]}
        >
          <Input autoFocus inputMode="tel" autoComplete="off" />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
