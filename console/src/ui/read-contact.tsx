import type { UseMutationResult } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { FormButton } from './form-button.tsx';
import { contactText as words } from './text.ts';

interface Contact {
  readonly name: string;
  readonly phone: string;
}

interface ReadContactProps<Asked> {
  /** One that shows its refusal in the form. */
  act: UseMutationResult<Contact, Error, Asked>;
  input: (purpose: string) => Asked;
}

/** 查看联系方式: asks what for; shown until the page is left. */
export function ReadContact<Asked>({ act, input }: ReadContactProps<Asked>) {
  if (act.data) return <strong role="status">{words.contactOf(act.data)}</strong>;
  return (
    <FormButton
      label={words.read}
      help={words.help}
      act={act}
      input={({ purpose }: { purpose: string }) => input(purpose)}
    >
      <Form.Item
        name="purpose"
        label={words.purpose}
        rules={[{ required: true, whitespace: true, min: 4, message: words.needed }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormButton>
  );
}
