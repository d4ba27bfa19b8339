import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormDrawer } from './form-drawer.tsx';
import { reasonText } from './text.ts';

interface ReasonAct {
  mutate: (reason: string, onDone: () => void) => void;
  isPending: boolean;
  error: Error | null;
}

interface ReasonButtonProps {
  label: string;
  act: ReasonAct;
  /** A reason that must be given, or one that may be left empty. */
  needed: boolean;
  fieldLabel?: string;
  danger?: boolean;
  primary?: boolean;
  help?: string;
}

/** An action that wants a sentence with it: recall, withdraw, urge, return. */
export function ReasonButton({
  label,
  act,
  needed,
  fieldLabel,
  danger,
  primary,
  help,
}: ReasonButtonProps) {
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
        onSubmit={({ reason }) => act.mutate(reason ?? '', () => setOpen(false))}
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
