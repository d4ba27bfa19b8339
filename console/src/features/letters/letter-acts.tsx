import { letters } from '@minsheng/contract';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { DraftLetter } from './draft-letter.tsx';
import { staleLetters, type Whole } from './letters.queries.ts';
import { lettersText } from './text.ts';

interface ActsProps {
  letter: Whole;
  onShow: (letterId: string) => void;
}

/** What the person may do with the letter as a whole. */
export function LetterActs({ letter, onShow }: ActsProps) {
  const { can, id, letterNo } = letter;
  const withdraw = useAct(letters.withdrawLetter, {
    done: lettersText.withdrawn,
    stale: staleLetters,
    quiet: true,
  });
  const mayCorrect = can.correct && letterNo !== null;
  return (
    <div className="inline gap-above">
      {can.approve && <Approve letter={letter} />}
      {can.change && !can.approve && <span className="soft">{lettersText.ownDraft}</span>}
      {can.send && <Send letter={letter} />}
      {can.change && <Change letter={letter} />}
      {can.withdraw && (
        <ReasonButton
          label={lettersText.withdraw}
          help={lettersText.withdrawHelp}
          needed
          danger
          act={withdraw}
          input={(reason) => ({ letterId: id, reason })}
        />
      )}
      {mayCorrect && (
        <DraftLetter
          orderId={undefined}
          corrects={{ id, letterNo }}
          onClose={() => undefined}
          onDrafted={onShow}
        />
      )}
    </div>
  );
}

function Approve({ letter: { id } }: { letter: Whole }) {
  const { modal, message } = App.useApp();
  const act = useAct(letters.approveLetter, {
    done: null,
    stale: staleLetters,
    onDone: ({ letterNo }) => message.success(lettersText.approved(letterNo)),
  });
  const ask = () =>
    modal.confirm({
      title: lettersText.approve,
      content: lettersText.approveHelp,
      okText: lettersText.approve,
      onOk: () => act.mutate({ letterId: id }),
    });
  return (
    <Button type="primary" loading={act.isPending} onClick={ask}>
      {lettersText.approve}
    </Button>
  );
}

function Send({ letter: { id } }: { letter: Whole }) {
  const { modal } = App.useApp();
  const act = useAct(letters.sendLetter, { done: lettersText.sent, stale: staleLetters });
  const ask = () =>
    modal.confirm({
      title: lettersText.send,
      content: lettersText.sendHelp,
      okText: lettersText.send,
      onOk: () => act.mutate({ letterId: id }),
    });
  return (
    <Button type="primary" loading={act.isPending} onClick={ask}>
      {lettersText.send}
    </Button>
  );
}

function Change({ letter }: { letter: Whole }) {
  const [open, setOpen] = useState(false);
  const act = useAct(letters.changeDraft, {
    done: lettersText.changed,
    stale: staleLetters,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{lettersText.change}</Button>
      <FormDrawer<{ title: string; body: string }>
        title={lettersText.change}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        initial={{ title: letter.title, body: letter.body.join('\n') }}
        onSubmit={(values) => act.mutate({ letterId: letter.id, ...values })}
      >
        <Form.Item name="title" label={lettersText.letterTitle} rules={[{ required: true }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="body" label={lettersText.body} rules={[{ required: true }]}>
          <Input.TextArea rows={16} maxLength={20_000} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
