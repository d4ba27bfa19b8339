import { handling } from '@minsheng/contract';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { reviewText } from './text.ts';

const reasons = [
  'template',
  'not-to-the-point',
  'evidence-missing',
  'wrong-fact',
  'other',
] as const;

interface RejectForm {
  reason: (typeof reasons)[number];
  note: string;
}

interface RejectButtonProps {
  orderId: string;
  onDecided: () => void;
}

/** 退回重办. */
export function RejectButton({ orderId, onDecided }: RejectButtonProps) {
  const [open, setOpen] = useState(false);
  const act = useAct(handling.rejectReply, {
    done: reviewText.rejected,
    stale: ['desk', 'counters', 'order'],
    quiet: true,
    onDone: onDecided,
  });
  return (
    <>
      <Button danger size="large" onClick={() => setOpen(true)}>
        {reviewText.reject}
      </Button>
      <FormDrawer<RejectForm>
        title={reviewText.reject}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        submitLabel={reviewText.reject}
        onSubmit={(form) => act.mutate({ orderId, ...form })}
      >
        <Form.Item
          name="reason"
          label={reviewText.rejectReason}
          rules={[{ required: true, message: reviewText.reasonNeeded }]}
        >
          <Radio.Group
            className="radio-lines"
            options={reasons.map((value) => ({ value, label: reviewText.rejectReasons[value] }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={reviewText.rejectNote}
          rules={[{ required: true, whitespace: true, min: 2, message: reviewText.noteNeeded }]}
        >
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
