import { useMutation } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { FormButton } from './form-button.tsx';
import { purposeText } from './text.ts';

interface PurposeButtonProps {
  label: string;
  help: string;
  download: (purpose: string) => Promise<void>;
}

/** 导出: with a purpose, kept in the audit. */
export function PurposeButton({ label, help, download }: PurposeButtonProps) {
  const { message } = App.useApp();
  const act = useMutation({
    mutationFn: download,
    onSuccess: () => message.success(purposeText.exported),
  });
  return (
    <FormButton
      label={label}
      help={help}
      act={act}
      input={({ purpose }: { purpose: string }) => purpose}
    >
      <Form.Item
        name="purpose"
        label={purposeText.purpose}
        rules={[{ required: true, whitespace: true, min: 4, message: purposeText.needed }]}
      >
        <Input.TextArea rows={3} maxLength={200} autoFocus />
      </Form.Item>
    </FormButton>
  );
}
