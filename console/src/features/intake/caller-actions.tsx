import { intake } from '@minsheng/contract';
import { Button, Form, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import type { OrderRow } from '../../ui/order-row.tsx';
import { AskedQuestion, Progress } from './caller-progress.tsx';
import { staleAfterIntake } from './intake.queries.ts';
import { callerText, callText } from './text.ts';

const acts = ['progress', 'supplement', 'urge', 'number', 'withdraw'] as const;
export type CallerAct = (typeof acts)[number];

interface CallerActionsProps {
  order: OrderRow;
  act: CallerAct | null;
  onAct: (act: CallerAct | null) => void;
  /** A form is shut: the keyboard goes back to the card. */
  onClosed: () => void;
}

interface WordsForm {
  words?: string;
}

interface WordsDrawerProps {
  order: OrderRow;
  act: Exclude<CallerAct, 'progress'>;
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

const numberRules = [
  { required: true, pattern: /^\+?[\d-]{5,20}$/, message: callText.numberNeeded },
];
const contentRules = [{ required: true, whitespace: true, min: 2 }];

/** While a unit waits to hear something, whatever the caller adds is its answer. */
const isAnswer = (order: OrderRow) => order.status === 'need-info';

function WordsDrawer({ order, act, onSubmit, ...drawer }: WordsDrawerProps) {
  const isSupplement = act === 'supplement';
  const label = isSupplement && isAnswer(order) ? callerText.answerField : labels[act];
  return (
    <FormDrawer<WordsForm>
      {...drawer}
      open
      title={callerText.acts[act]}
      submitLabel={callerText.acts[act]}
      onSubmit={({ words }) => onSubmit(words ?? '')}
    >
      <p className="gap-below soft">
        {order.title} <span className="mono">{order.orderNo}</span>
      </p>
      {isSupplement && isAnswer(order) && <AskedQuestion orderId={order.id} />}
      {act === 'number' ? (
        <Form.Item name="words" label={label} rules={numberRules}>
          <Input autoFocus inputMode="tel" autoComplete="off" />
        </Form.Item>
      ) : (
        <Form.Item name="words" label={label} rules={isSupplement ? contentRules : []}>
          <Input.TextArea rows={4} autoFocus maxLength={isSupplement ? 3000 : 500} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}

function useCallerActs(order: OrderRow, onDone: () => void) {
  const orderId = order.id;
  const { done } = callerText;
  const options = (said: string) => ({ done: said, stale: staleAfterIntake, quiet: true, onDone });
  const added = isAnswer(order) ? done.answer : done.supplement;
  const supplement = useAct(intake.supplement, options(added));
  const urge = useAct(intake.urge, options(done.urge));
  const number = useAct(intake.correctNumber, options(done.number));
  const withdraw = useAct(intake.withdraw, options(done.withdraw));
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
export function CallerActions({ order, act, onAct, onClosed }: CallerActionsProps) {
  const close = () => {
    onAct(null);
    // The drawer holds the keyboard until it is gone.
    setTimeout(onClosed);
  };
  const all = useCallerActs(order, close);
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
          order={order}
          act={form}
          onClose={close}
          isPending={all[form].state.isPending}
          error={all[form].state.error}
          onSubmit={all[form].run}
        />
      )}
    </>
  );
}
