import { handling } from '@minsheng/contract';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { staleAfterDuty } from './duty.queries.ts';
import { type DutyProps, keyOf } from './duty-view.ts';
import { actionText } from './text.ts';

interface ContactForm {
  reached: boolean;
  note?: string;
}

/** 首次联系: an honest record, reached or not. */
export function ContactButton({ duty }: DutyProps) {
  const [open, setOpen] = useState(false);
  const act = useAct(handling.contact, {
    done: actionText.contactDone,
    stale: staleAfterDuty,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{actionText.contact}</Button>
      <FormDrawer<ContactForm>
        title={actionText.contact}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ reached, note }) => act.mutate({ ...keyOf(duty), reached, note: note ?? '' })}
      >
        <p className="gap-below soft">{actionText.contactHelp}</p>
        <Form.Item
          name="reached"
          label={actionText.reached}
          rules={[{ required: true, message: actionText.reached }]}
        >
          <Radio.Group
            options={[
              { value: true, label: actionText.reachedYes },
              { value: false, label: actionText.reachedNo },
            ]}
          />
        </Form.Item>
        <Form.Item name="note" label={actionText.contactNote}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
