import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { send } from '../../shell/call.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { saidFilters } from './order.queries.ts';
import type { OrdersSearch } from './search.ts';
import { searchText } from './text.ts';

function fileNameOf(response: Response): string {
  const said = response.headers.get('content-disposition') ?? '';
  const utf8 = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1];
  if (utf8 !== undefined) return decodeURIComponent(utf8);
  return /filename="?([^";]+)"?/.exec(said)?.[1] ?? 'orders.xlsx';
}

async function download(filters: OrdersSearch, purpose: string): Promise<void> {
  const response = await send('/api/orders/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ filters: saidFilters(filters), purpose }),
  });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(response);
  link.click();
  URL.revokeObjectURL(address);
}

/** 导出: with a purpose, kept in the audit. */
export function ExportButton({ filters }: { filters: OrdersSearch }) {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const act = useMutation({
    mutationFn: (purpose: string) => download(filters, purpose),
    onSuccess: () => {
      message.success(searchText.exported);
      setOpen(false);
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{searchText.export}</Button>
      <FormDrawer<{ purpose: string }>
        title={searchText.export}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        submitLabel={searchText.export}
        onSubmit={({ purpose }) => act.mutate(purpose)}
      >
        <p className="gap-below soft">{searchText.exportHelp}</p>
        <Form.Item
          name="purpose"
          label={searchText.purpose}
          rules={[{ required: true, whitespace: true, min: 4, message: searchText.purposeNeeded }]}
        >
          <Input.TextArea rows={3} maxLength={200} autoFocus />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
