import { Button, Form, Input } from 'antd';
import { WhyRefused } from '../../ui/why-refused.tsx';

interface CodeFormProps {
  label: string;
  needed: string;
  submit: string;
  error: Error | null;
  isPending: boolean;
  onCode: (code: string) => void;
}

/** One field for what an authenticator shows. */
export function CodeForm({ label, needed, submit, error, isPending, onCode }: CodeFormProps) {
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => onCode(code.replace(/\s/g, ''))}
    >
      <WhyRefused error={error} />
      <Form.Item
        name="code"
        label={label}
        rules={[{ required: true, whitespace: true, min: 6, message: needed }]}
      >
        <Input
          autoFocus
          autoComplete="one-time-code"
          autoCapitalize="none"
          size="large"
          maxLength={24}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={isPending}>
        {submit}
      </Button>
    </Form>
  );
}
