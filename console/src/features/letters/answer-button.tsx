import { letters } from '@minsheng/contract';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FileUpload, type KeptFile } from '../../ui/file-upload.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { staleLetters } from './letters.queries.ts';
import { lettersText } from './text.ts';

const mostFiles = 20;

/** 反馈, with what proves it. */
export function AnswerButton({ letterId }: { letterId: string }) {
  const [open, setOpen] = useState(false);
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const act = useAct(letters.answerLetter, {
    done: lettersText.answered,
    stale: staleLetters,
    quiet: true,
    onDone: () => {
      setOpen(false);
      setFiles([]);
    },
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {lettersText.answer}
      </Button>
      <FormDrawer<{ content: string }>
        title={lettersText.answer}
        submitLabel={lettersText.answer}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ content }) =>
          act.mutate({ letterId, content, fileIds: files.map(({ id }) => id) })
        }
      >
        <p className="gap-below soft">{lettersText.answerHelp}</p>
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
      </FormDrawer>
    </>
  );
}
