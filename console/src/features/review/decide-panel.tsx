import { handling, isStanding } from '@minsheng/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Field } from '../../ui/field.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { PersonalCheck, usePersonal } from './personal-check.tsx';
import { RejectButton } from './reject-button.tsx';
import { reviewText } from './text.ts';

interface DecidePanelProps {
  order: OrderPageView;
  onDecided: () => void;
}

/** The lead's latest answer is what the citizen will read. */
function leadAnswer(order: OrderPageView): string {
  const lead = order.assignments.find((one) => one.role === 'lead' && isStanding(one.state));
  const replies = order.replies.filter((reply) => reply.assignmentId === lead?.id);
  return (replies.at(-1) ?? order.replies.at(-1))?.publicAnswer ?? '';
}

/** 审核: approve with a corrected wording, or send back with the reason. */
export function DecidePanel({ order, onDecided }: DecidePanelProps) {
  const given = leadAnswer(order);
  const [answer, setAnswer] = useState(given);
  const [seen, setSeen] = useState('');
  const personal = usePersonal(order.id, answer);
  const mayGo = personal.isKnown && (personal.found.length === 0 || seen === answer);
  const approve = useAct(handling.approveReply, {
    done: reviewText.approved,
    stale: ['desk', 'counters', 'order'],
    quiet: true,
    onDone: onDecided,
  });
  const submit = () =>
    approve.mutate({
      orderId: order.id,
      ...(answer === given ? {} : { publicAnswer: answer }),
    });
  return (
    <Panel title={reviewText.decide}>
      <p className="gap-below soft">{reviewText.check}</p>
      <Field label={reviewText.finalAnswer}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={answer}
            autoSize={{ minRows: 4, maxRows: 14 }}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
      <PersonalCheck
        found={personal.found}
        isSeen={seen === answer}
        onSeen={(isSeen) => setSeen(isSeen ? answer : '')}
      />
      <WhyRefused error={approve.error ?? personal.error} />
      <div className="inline">
        <Button
          type="primary"
          size="large"
          loading={approve.isPending}
          disabled={answer.trim().length < 4 || !mayGo}
          onClick={submit}
        >
          {reviewText.approve}
        </Button>
        {order.abilities.includes('reject') && (
          <RejectButton orderId={order.id} onDecided={onDecided} />
        )}
      </div>
    </Panel>
  );
}
