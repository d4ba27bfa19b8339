import type { UseMutationResult } from '@tanstack/react-query';
import { Button, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormDrawer } from './form-drawer.tsx';

export type ActOf<Sent, Reply> = Pick<
  UseMutationResult<Reply, Error, Sent>,
  'mutate' | 'isPending' | 'error'
>;

interface FormButtonProps<Values, Sent, Reply> {
  label: string;
  kind?: 'primary' | 'danger';
  act: ActOf<Sent, Reply>;
  /** What is sent of what was filled in. */
  input: (values: Values) => Sent;
  help?: string | undefined;
  initial?: Partial<Values>;
  form?: FormInstance<Values>;
  children: ReactNode;
}

/** A button whose form opens beside the page and closes once the server took it. */
export function FormButton<Values extends object, Sent, Reply>(
  props: FormButtonProps<Values, Sent, Reply>,
) {
  const { label, kind, act, input, help, initial, form, children } = props;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        danger={kind === 'danger'}
        type={kind === 'primary' ? 'primary' : 'default'}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <FormDrawer<Values>
        title={label}
        submitLabel={label}
        open={open}
        onClose={close}
        isPending={act.isPending}
        error={act.error}
        {...(initial === undefined ? {} : { initial })}
        {...(form === undefined ? {} : { form })}
        onSubmit={(values) => act.mutate(input(values), { onSuccess: close })}
      >
        {help !== undefined && <p className="gap-below soft">{help}</p>}
        {children}
      </FormDrawer>
    </>
  );
}
