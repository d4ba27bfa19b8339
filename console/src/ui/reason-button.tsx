import type { UseMutationResult } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormDrawer } from './form-drawer.tsx';
import { reasonText } from './text.ts';

interface ReasonButtonProps<Sent, Reply> {
  label: string;
  act: Pick<UseMutationResult<Reply, Error, Sent>, 'mutate' | 'isPending' | 'error'>;
  /** What is sent with this reason. */
  input: (reason: string) => Sent;
  /** A reason that must be given, or one that may be left empty. */
  needed: boolean;
  fieldLabel?: string;
  danger?: boolean;
  primary?: boolean;
  help?: string;
}

/** An action that wants a sentence with it: recall, withdraw, urge, return. */
export function ReasonButton<Sent, Reply>({
  label,
  act,
  input,
  needed,
  fieldLabel,
  danger,
  primary,
  help,
}: ReasonButtonProps<Sent, Reply>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        danger={danger ?? false}
        type={primary === true ? 'primary' : 'default'}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <FormDrawer<{ reason?: string }>
        title={label}
        open={open}
        onClose={() => setOpen(false)}
        submitLabel={label}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ reason }) =>
          act.mutate(input(reason ?? ''), { onSuccess: () => setOpen(false) })
        }
      >
        {help !== undefined && <p className="gap-below soft">{help}</p>}
        <Form.Item
          name="reason"
          label={fieldLabel ?? reasonText.label}
          rules={
            needed ? [{ required: true, whitespace: true, min: 2, message: reasonText.needed }] : []
          }
        >
          <Input.TextArea rows={4} autoFocus maxLength={500} showCount />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
