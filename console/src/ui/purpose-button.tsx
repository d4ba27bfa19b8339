import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormDrawer } from './form-drawer.tsx';
import { purposeText } from './text.ts';

interface PurposeButtonProps {
  label: string;
  help: string;
  download: (purpose: string) => Promise<void>;
}

/** 导出: with a purpose, kept in the audit. */
export function PurposeButton({ label, help, download }: PurposeButtonProps) {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const act = useMutation({
    mutationFn: download,
    onSuccess: () => {
      message.success(purposeText.exported);
      setOpen(false);
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <FormDrawer<{ purpose: string }>
        title={label}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        submitLabel={label}
        onSubmit={({ purpose }) => act.mutate(purpose)}
      >
        <p className="gap-below soft">{help}</p>
        <Form.Item
          name="purpose"
          label={purposeText.purpose}
          rules={[{ required: true, whitespace: true, min: 4, message: purposeText.needed }]}
        >
          <Input.TextArea rows={3} maxLength={200} autoFocus />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
