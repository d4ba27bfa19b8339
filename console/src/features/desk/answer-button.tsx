import { callBack, smsOutcomeLabel } from '@minsheng/contract';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { twinsText } from './text.ts';

interface AnswerButtonProps {
  messageId: string;
  to: string;
}

/** 模拟回复: plays the person the message went to; says what became of it. */
export function AnswerButton({ messageId, to }: AnswerButtonProps) {
  const [open, setOpen] = useState(false);
  const { message } = App.useApp();
  const act = useAct(callBack.answerMessage, {
    done: null,
    stale: ['twins'],
    quiet: true,
    onDone: ({ outcome }) => {
      setOpen(false);
      message.info(twinsText.heard(smsOutcomeLabel[outcome]), 6);
    },
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {twinsText.answer}
      </Button>
      <FormDrawer<{ text: string }>
        title={twinsText.answerTitle(to)}
        open={open}
        onClose={() => setOpen(false)}
        submitLabel={twinsText.answer}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ text }) => act.mutate({ messageId, text })}
      >
        <p className="gap-below soft">{twinsText.answerHelp}</p>
        <Form.Item
          name="text"
          label={twinsText.answerText}
          rules={[{ required: true, whitespace: true, message: twinsText.answerNeeded }]}
        >
          <Input.TextArea rows={3} autoFocus maxLength={1000} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
