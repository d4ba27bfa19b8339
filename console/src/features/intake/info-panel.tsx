import { handling } from '@minsheng/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Field } from '../../ui/field.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PeopleButton } from '../../ui/people-button.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { staleAfterIntake } from './intake.queries.ts';
import { waitingText } from './text.ts';

interface InfoPanelProps {
  order: OrderPageView;
  onDone: () => void;
}

/** 补充信息: the unit's question, which stands above, is put to the requester; the clock runs again afterwards. */
export function InfoPanel({ order, onDone }: InfoPanelProps) {
  const [content, setContent] = useState('');
  const act = useAct(handling.giveInfo, {
    done: waitingText.infoDone,
    stale: staleAfterIntake,
    quiet: true,
    onDone,
  });
  return (
    <Panel
      title={waitingText.infoTitle}
      extra={
        order.abilities.includes('read-people') && (
          <PeopleButton orderId={order.id} purpose="contact" />
        )
      }
    >
      <p className="gap-below soft">{waitingText.infoHelp}</p>
      <Field label={waitingText.infoField} needed>
        {(id) => (
          <Input.TextArea
            id={id}
            value={content}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={3000}
            onChange={(event) => setContent(event.target.value)}
          />
        )}
      </Field>
      <WhyRefused error={act.error} />
      <Button
        type="primary"
        loading={act.isPending}
        disabled={content.trim().length < 2}
        onClick={() => act.mutate({ orderId: order.id, content })}
      >
        {waitingText.infoSubmit}
      </Button>
    </Panel>
  );
}
