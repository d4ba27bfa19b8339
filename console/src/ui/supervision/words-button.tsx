import type { UseMutationResult } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FileUpload, type KeptFile } from '../file-upload.tsx';
import { FormDrawer } from '../form-drawer.tsx';
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
  act: Pick<UseMutationResult<Reply, Error, Sent>, 'mutate' | 'isPending' | 'error'>;
  input: (said: Said) => Sent;
}

/** Words that must be given, with files that prove them: an answer, the end of a supervision. */
export function WordsButton<Sent, Reply>(props: WordsButtonProps<Sent, Reply>) {
  const [isOpen, setOpen] = useState(false);
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const { act, input, label } = props;
  return (
    <>
      <Button type={props.primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <FormDrawer<{ words: string }>
        title={label}
        open={isOpen}
        onClose={() => setOpen(false)}
        submitLabel={label}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ words }) =>
          act.mutate(input({ words, fileIds: files.map(({ id }) => id) }), {
            onSuccess: () => setOpen(false),
          })
        }
      >
        <Form.Item
          name="words"
          label={props.fieldLabel}
          rules={[
            { required: true, whitespace: true, min: 4, message: supervisionText.wordsNeeded },
          ]}
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
      </FormDrawer>
    </>
  );
}
