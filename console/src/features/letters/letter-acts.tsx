import { letters } from '@minsheng/contract';
import { App, Form, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { FormAbout } from '../../ui/form-about.tsx';
import { FormButton } from '../../ui/form-button.tsx';
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
        <FormAbout
          label={lettersText.draft.correct}
          named={{}}
          isPlain
          onClose={() => undefined}
          onDone={onShow}
          form={(given) => <DraftLetter {...given} corrects={{ id, letterNo }} />}
        />
      )}
    </div>
  );
}

function Approve({ letter: { id } }: { letter: Whole }) {
  const { message } = App.useApp();
  const act = useAct(letters.approveLetter, {
    done: null,
    stale: staleLetters,
    onDone: ({ letterNo }) => message.success(lettersText.approved(letterNo)),
  });
  return (
    <ConfirmButton
      label={lettersText.approve}
      help={lettersText.approveHelp}
      isPending={act.isPending}
      onSure={() => act.mutate({ letterId: id })}
    />
  );
}

function Send({ letter: { id } }: { letter: Whole }) {
  const act = useAct(letters.sendLetter, { done: lettersText.sent, stale: staleLetters });
  return (
    <ConfirmButton
      label={lettersText.send}
      help={lettersText.sendHelp}
      isPending={act.isPending}
      onSure={() => act.mutate({ letterId: id })}
    />
  );
}

function Change({ letter }: { letter: Whole }) {
  const act = useAct(letters.changeDraft, {
    done: lettersText.changed,
    stale: staleLetters,
    quiet: true,
  });
  return (
    <FormButton
      label={lettersText.change}
      act={act}
      initial={{ title: letter.title, body: letter.body.join('\n') }}
      input={(values: { title: string; body: string }) => ({ letterId: letter.id, ...values })}
    >
      <Form.Item name="title" label={lettersText.letterTitle} rules={[{ required: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="body" label={lettersText.body} rules={[{ required: true }]}>
        <Input.TextArea rows={16} maxLength={20_000} />
      </Form.Item>
    </FormButton>
  );
}
