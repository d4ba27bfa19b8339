import { Form, Input } from 'antd';
import { useState } from 'react';
import { FileUpload, type KeptFile } from '../file-upload.tsx';
import { type ActOf, FormButton } from '../form-button.tsx';
import { supervisionText } from './text.ts';

interface Said {
  words: string;
  fileIds: string[];
}

interface WordsButtonProps<Sent, Reply> {
  orderId: string;
  label: string;
  fieldLabel: string;
  primary: boolean;
  act: ActOf<Sent, Reply>;
  input: (said: Said) => Sent;
}

/** Words that must be given, with files that prove them: an answer, the end of a supervision. */
export function WordsButton<Sent, Reply>(props: WordsButtonProps<Sent, Reply>) {
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const { act, input, label } = props;
  return (
    <FormButton
      label={label}
      {...(props.primary ? { kind: 'primary' as const } : {})}
      act={act}
      input={({ words }: { words: string }) => input({ words, fileIds: files.map(({ id }) => id) })}
    >
      <Form.Item
        name="words"
        label={props.fieldLabel}
        rules={[{ required: true, whitespace: true, min: 4, message: supervisionText.wordsNeeded }]}
      >
        <Input.TextArea rows={5} autoFocus maxLength={1000} showCount />
      </Form.Item>
      <FileUpload
        orderId={props.orderId}
        purpose="evidence"
        files={files}
        onChange={setFiles}
        label={supervisionText.files}
      />
    </FormButton>
  );
}
