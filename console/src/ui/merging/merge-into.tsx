import { merging, orders } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { call } from '../../shell/call.ts';
import { FormDrawer } from '../form-drawer.tsx';
import type { OrderPageView } from '../order-facts.tsx';
import { useSettled } from '../settled.ts';
import { staleAfterMerging } from './merging.queries.ts';
import { mergingText } from './text.ts';

interface MasterPickerProps {
  id?: string;
  value?: string;
  onChange?: (orderId: string) => void;
  order: OrderPageView;
}

/** Those of the same thing are offered at once; any other is found by its number or words. */
function MasterPicker({ id, value, onChange, order }: MasterPickerProps) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['search', 'master', q],
    enabled: q !== '',
    queryFn: ({ signal }) => call(orders.searchOrders, { q }, { signal }),
  });
  const rows = (found.data?.rows ?? []).map(({ id: orderId, orderNo, title }) => ({
    orderId,
    orderNo,
    title,
  }));
  const offered = q === '' ? order.related : rows;
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={offered
        .filter((one) => one.orderId !== order.id)
        .map((one) => ({ value: one.orderId, label: `${one.title}(${one.orderNo})` }))}
      onChange={(orderId) => onChange?.(orderId)}
    />
  );
}

/** 并入另一件. */
export function MergeInto({ order }: { order: OrderPageView }) {
  const [open, setOpen] = useState(false);
  const act = useAct(merging.mergeOrders, {
    done: mergingText.joined,
    stale: staleAfterMerging,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{mergingText.into}</Button>
      <FormDrawer<{ master: string; reason: string }>
        title={mergingText.into}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ master, reason }) =>
          act.mutate({ orderId: master, orderIds: [order.id], reason })
        }
      >
        <p className="gap-below soft">{mergingText.intoHelp}</p>
        <Form.Item
          name="master"
          label={mergingText.intoField}
          rules={[{ required: true, message: mergingText.intoNeeded }]}
        >
          <MasterPicker order={order} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={mergingText.reason}
          rules={[{ required: true, whitespace: true, min: 2, message: mergingText.reasonNeeded }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
