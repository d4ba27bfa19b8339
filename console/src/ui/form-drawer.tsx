import { Button, Drawer, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { uiText } from './text.ts';
import { WhyRefused } from './why-refused.tsx';

interface FormDrawerProps<Values> {
  title: string;
  open: boolean;
  onClose: () => void;
  onSubmit: (values: Values) => void;
  /** After every change, for fields that depend on each other. */
  onChange?: () => void;
  isPending: boolean;
  error: Error | null;
  submitLabel?: string;
  form?: FormInstance<Values>;
  initial?: Partial<Values>;
  children: ReactNode;
}

/** One short form beside the page; a refusal stands above the fields, which keep what was typed. */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const [own] = Form.useForm<Values>();
  const form = props.form ?? own;
  const submitByKey = (event: React.KeyboardEvent) => {
    if (!event.ctrlKey || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.submit();
  };
  return (
    <Drawer
      title={props.title}
      open={props.open}
      onClose={props.onClose}
      size="min(520px, 100vw)"
      destroyOnHidden
      footer={
        <div className="drawer-foot">
          <Button type="primary" loading={props.isPending} onClick={() => form.submit()}>
            {props.submitLabel ?? uiText.submit}
          </Button>
          <Button onClick={props.onClose}>{uiText.cancel}</Button>
          <span className="soft">{uiText.submitKey}</span>
        </div>
      }
    >
      <WhyRefused error={props.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        {...(props.initial === undefined ? {} : { initialValues: props.initial })}
        {...(props.onChange === undefined ? {} : { onValuesChange: props.onChange })}
        onFinish={props.onSubmit}
        onKeyDown={submitByKey}
      >
        {props.children}
      </Form>
    </Drawer>
  );
}
