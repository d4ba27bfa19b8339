import { release } from '@minsheng/contract';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { saidFilters } from './order.queries.ts';
import { askReleaseText as words } from './release-text.ts';
import type { OrdersSearch } from './search.ts';

/** 脱敏外发: what the search finds leaves without personal data, once a second person has checked it. */
export function ReleaseButton({ filters }: { filters: OrdersSearch }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const act = useAct(release.askRelease, {
    done: words.asked,
    stale: ['releases'],
    quiet: true,
    onDone: ({ id }) => navigate({ to: '/releases', search: { release: id } }),
  });
  const needed = { required: true, whitespace: true };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.release}</Button>
      <FormDrawer<{ purpose: string; recipient: string }>
        title={words.release}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        submitLabel={words.ask}
        onSubmit={(said) => act.mutate({ filters: saidFilters(filters), ...said })}
      >
        <p className="gap-below soft">{words.help}</p>
        <Form.Item
          name="recipient"
          label={words.recipient}
          rules={[{ ...needed, min: 2, message: words.recipientNeeded }]}
        >
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item
          name="purpose"
          label={words.purpose}
          rules={[{ ...needed, min: 4, message: words.purposeNeeded }]}
        >
          <Input.TextArea rows={3} maxLength={200} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
