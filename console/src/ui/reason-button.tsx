import { Form, Input } from 'antd';
import { type ActOf, FormButton } from './form-button.tsx';
import { reasonText } from './text.ts';

interface ReasonButtonProps<Sent, Reply> {
  label: string;
  act: ActOf<Sent, Reply>;
  /** What is sent with this reason. */
  input: (reason: string) => Sent;
  /** A reason that must be given, or one that may be left empty. */
  needed: boolean;
  /** How many characters a needed reason has at least, as the server asks; not said: two. */
  least?: number;
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
  least = 2,
  fieldLabel,
  danger,
  primary,
  help,
}: ReasonButtonProps<Sent, Reply>) {
  const kind = danger === true ? 'danger' : primary === true ? 'primary' : null;
  return (
    <FormButton
      label={label}
      {...(kind === null ? {} : { kind })}
      act={act}
      help={help}
      input={({ reason = '' }: { reason?: string }) => input(reason)}
    >
      <Form.Item
        name="reason"
        label={fieldLabel ?? reasonText.label}
        rules={
          needed
            ? [
                {
                  required: true,
                  whitespace: true,
                  min: least,
                  message: reasonText.neededAtLeast(least),
                },
              ]
            : []
        }
      >
        <Input.TextArea rows={4} autoFocus maxLength={500} showCount />
      </Form.Item>
    </FormButton>
  );
}
