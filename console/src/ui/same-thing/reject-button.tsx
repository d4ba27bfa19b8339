import { issues, type WhyNotSame, whyNotSame, whyNotSameLabel } from '@minsheng/contract';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../form-drawer.tsx';
import { staleAfterSame } from './same-thing.queries.ts';
import { sameText } from './text.ts';

interface RejectForm {
  why: WhyNotSame;
  note?: string;
}

/** What a person may say; the last is said by taking an order out. */
const choices = whyNotSame.filter((why) => why !== 'taken-out');

export function RejectButton({ issueId, orderId }: { issueId: string; orderId: string }) {
  const [open, setOpen] = useState(false);
  const act = useAct(issues.rejectProposal, {
    done: sameText.rejected,
    stale: staleAfterSame,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const submit = ({ why, note }: RejectForm) =>
    act.mutate({ issueId, orderId, why, ...(note ? { note } : {}) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{sameText.reject}</Button>
      <FormDrawer<RejectForm>
        title={sameText.reject}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={submit}
      >
        <Form.Item
          name="why"
          label={sameText.why}
          rules={[{ required: true, message: sameText.whyNeeded }]}
        >
          <Radio.Group
            className="choice-column"
            options={choices.map((value) => ({ value, label: whyNotSameLabel[value] }))}
          />
        </Form.Item>
        <Form.Item name="note" label={sameText.note}>
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
