import { issues } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { rowsOf } from '../../ui/keyset-list.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useSettled } from '../../ui/settled.ts';
import { searchQuery, staleAfterOrder } from './order.queries.ts';
import { actText } from './text.ts';

interface OrderPickerProps {
  id?: string;
  value?: string;
  onChange?: (issueId: string) => void;
  except: string;
}

/** Finds another order; its issue is what we want. */
function OtherOrderPicker({ id, value, onChange, except }: OrderPickerProps) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const found = useInfiniteQuery({ ...searchQuery({ q }), enabled: q !== '' });
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={rowsOf(found.data)
        .filter((row) => row.issueId !== except)
        .map((row) => ({ value: row.issueId, label: `${row.title}(${row.orderNo})`, key: row.id }))}
      onChange={(issueId) => onChange?.(issueId)}
    />
  );
}

interface LinkForm {
  issueId: string;
  reason: string;
}

export function LinkIssueButton({ order }: { order: OrderPageView }) {
  const [open, setOpen] = useState(false);
  const act = useAct(issues.linkIssue, {
    done: actText.linkDone,
    stale: staleAfterOrder,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{actText.link}</Button>
      <FormDrawer<LinkForm>
        title={actText.link}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ issueId, reason }) => act.mutate({ issueId, orderId: order.id, reason })}
      >
        <Form.Item
          name="issueId"
          label={actText.linkTo}
          rules={[{ required: true, message: actText.linkNeeded }]}
        >
          <OtherOrderPicker except={order.issueId} />
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

export function UnlinkIssueButton({ order }: { order: OrderPageView }) {
  const act = useAct(issues.unlinkIssue, {
    done: actText.unlinkDone,
    stale: staleAfterOrder,
    quiet: true,
  });
  return (
    <ReasonButton
      label={actText.unlink}
      needed
      act={act}
      input={(reason) => ({ issueId: order.issueId, orderId: order.id, reason })}
    />
  );
}
