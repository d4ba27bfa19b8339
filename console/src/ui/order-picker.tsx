import { orders, type ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { call } from '../shell/call.ts';
import { useSettled } from './settled.ts';
import { uiText } from './text.ts';

type Found = ReplyOf<typeof orders.searchOrders>['rows'][number];

interface Offered {
  orderId: string;
  orderNo: string;
  title: string;
}

interface OrderPickerProps {
  id?: string;
  value?: string;
  onChange?: (orderId: string | undefined) => void;
  /** What is offered before anything is typed. */
  offered: readonly Offered[];
  /** Never offered: the order the form stands on. */
  except?: string;
  /** The whole row of what was found and chosen. */
  onFound?: (row: Found) => void;
}

/** An order, found by its number or words. */
export function OrderPicker({ id, value, onChange, offered, except, onFound }: OrderPickerProps) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['search', 'picker', q],
    enabled: q !== '',
    queryFn: ({ signal }) => call(orders.searchOrders, { q }, { signal }),
  });
  const rows = found.data?.rows ?? [];
  const shown =
    q === ''
      ? offered
      : rows.map(({ id: orderId, orderNo, title }) => ({ orderId, orderNo, title }));
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      allowClear
      placeholder={uiText.orderWords}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={shown
        .filter(({ orderId }) => orderId !== except)
        .map((one) => ({ value: one.orderId, label: `${one.title}(${one.orderNo})` }))}
      onChange={(orderId) => {
        onChange?.(orderId);
        const row = rows.find((one) => one.id === orderId);
        if (row !== undefined) onFound?.(row);
      }}
    />
  );
}
