import { letters } from '@minsheng/contract';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FileUpload, type KeptFile } from '../../ui/file-upload.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { staleLetters } from './letters.queries.ts';
import { lettersText } from './text.ts';

const mostFiles = 20;

/** 反馈, with what proves it. */
export function AnswerButton({ letterId }: { letterId: string }) {
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const act = useAct(letters.answerLetter, {
    done: lettersText.answered,
    stale: staleLetters,
    quiet: true,
    onDone: () => setFiles([]),
  });
  return (
    <FormButton
      label={lettersText.answer}
      kind="primary"
      help={lettersText.answerHelp}
      act={act}
      input={({ content }: { content: string }) => ({
        letterId,
        content,
        fileIds: files.map(({ id }) => id),
      })}
    >
      <Form.Item
        name="content"
        label={lettersText.answerContent}
        rules={[{ required: true, whitespace: true, min: 5, message: lettersText.answerNeeded }]}
      >
        <Input.TextArea rows={8} maxLength={8000} />
      </Form.Item>
      <Form.Item label={lettersText.files}>
        <FileUpload
          orderId={null}
          purpose="evidence"
          files={files}
          onChange={setFiles}
          most={mostFiles}
        />
      </Form.Item>
    </FormButton>
  );
}
