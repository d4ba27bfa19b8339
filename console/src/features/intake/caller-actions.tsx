import { intake } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { fullInstant } from '../../ui/format.ts';
import type { OrderRow } from '../../ui/order-row.tsx';
import { progressQuery, staleAfterIntake } from './intake.queries.ts';
import { callerText, callText } from './text.ts';

const acts = ['progress', 'supplement', 'urge', 'number', 'withdraw'] as const;
export type CallerAct = (typeof acts)[number];

interface CallerActionsProps {
  order: OrderRow;
  act: CallerAct | null;
  onAct: (act: CallerAct | null) => void;
}

interface WordsForm {
  words?: string;
}

/** 查进度: plain words, ready to be read aloud. */
function Progress({ orderId }: { orderId: string }) {
  const progress = useQuery(progressQuery(orderId));
  return (
    <div className="progress-words" role="status">
      <h4>{callerText.progressTitle}</h4>
      <Ask of={progress}>
        {({ words, promiseAt }) => (
          <>
            <p className="words">{words}</p>
            {promiseAt !== null && (
              <p className="soft">{callerText.promise(fullInstant(promiseAt))}</p>
            )}
          </>
        )}
      </Ask>
    </div>
  );
}

interface WordsDrawerProps {
  act: Exclude<CallerAct, 'progress'>;
  open: boolean;
  onClose: () => void;
  isPending: boolean;
  error: Error | null;
  onSubmit: (words: string) => void;
}

const labels: Record<WordsDrawerProps['act'], string> = {
  supplement: callerText.supplementField,
  urge: callerText.urgeField,
  number: callerText.numberField,
  withdraw: callerText.withdrawField,
};

function WordsDrawer({ act, open, onClose, isPending, error, onSubmit }: WordsDrawerProps) {
  return (
    <FormDrawer<WordsForm>
      title={callerText.acts[act]}
      open={open}
      onClose={onClose}
      isPending={isPending}
      error={error}
      submitLabel={callerText.acts[act]}
      onSubmit={({ words }) => onSubmit(words ?? '')}
    >
      {act === 'number' ? (
        <Form.Item
          name="words"
          label={labels[act]}
          rules={[{ required: true, pattern: /^\+?[\d-]{5,20}$/, message: callText.numberNeeded }]}
        >
          <Input autoFocus inputMode="tel" autoComplete="off" />
        </Form.Item>
      ) : (
        <Form.Item
          name="words"
          label={labels[act]}
          rules={act === 'supplement' ? [{ required: true, whitespace: true, min: 2 }] : []}
        >
          <Input.TextArea rows={4} autoFocus maxLength={act === 'supplement' ? 3000 : 500} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}

function useCallerActs(orderId: string, onDone: () => void) {
  const options = (done: string) => ({ done, stale: staleAfterIntake, quiet: true, onDone });
  const supplement = useAct(intake.supplement, options(callerText.done.supplement));
  const urge = useAct(intake.urge, options(callerText.done.urge));
  const number = useAct(intake.correctNumber, options(callerText.done.number));
  const withdraw = useAct(intake.withdraw, options(callerText.done.withdraw));
  return {
    supplement: {
      state: supplement,
      run: (content: string) => supplement.mutate({ orderId, content }),
    },
    urge: { state: urge, run: (note: string) => urge.mutate({ orderId, note }) },
    number: { state: number, run: (phone: string) => number.mutate({ orderId, phone }) },
    withdraw: { state: withdraw, run: (reason: string) => withdraw.mutate({ orderId, reason }) },
  };
}

/** What a returning caller usually wants, each one key away. */
export function CallerActions({ order, act, onAct }: CallerActionsProps) {
  const close = () => onAct(null);
  const all = useCallerActs(order.id, close);
  const form = act === null || act === 'progress' ? null : act;
  return (
    <>
      <p className="soft">{callerText.keys}</p>
      <div className="inline">
        {acts.map((name) => (
          <Button key={name} size="small" aria-pressed={act === name} onClick={() => onAct(name)}>
            {callerText.acts[name]} <kbd className="kbd">{callerText.actKeys[name]}</kbd>
          </Button>
        ))}
      </div>
      {act === 'progress' && <Progress orderId={order.id} />}
      {form !== null && (
        <WordsDrawer
          key={form}
          act={form}
          open
          onClose={close}
          isPending={all[form].state.isPending}
          error={all[form].state.error}
          onSubmit={all[form].run}
        />
      )}
    </>
  );
}
