import { intake } from '@minsheng/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { useKeys } from '../../shell/keys.ts';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { staleAfterIntake } from './intake.queries.ts';
import {
  type MatterDetail,
  missingFields,
  missingIn,
  ownFields,
  resultBody,
  urgencyBody,
} from './intake-body.ts';
import { blankForm, type IntakeForm } from './intake-form.ts';
import { useMatterOf } from './intake-panel.tsx';
import { KnowledgePanel } from './knowledge-panel.tsx';
import { MatterPart } from './matter-part.tsx';
import { AddressPart } from './place-part.tsx';
import { ResultPart } from './result-part.tsx';
import { saveText, waitingText } from './text.ts';
import { UrgencyPart } from './urgency-part.tsx';

interface AcceptPanelProps {
  order: OrderPageView;
  onDone: () => void;
}

/** What the citizen or the import already said; the agent puts it right. */
function formOf(order: OrderPageView): IntakeForm {
  return {
    ...blankForm(),
    content: order.content,
    type: order.type,
    matterCode: order.matterCode,
    areaCode: order.areaCode,
    address: order.address,
    fields: order.fieldValues,
    secrecy: order.secrecy,
    anonymous: true,
  };
}

function bodyOf(form: IntakeForm, matter: MatterDetail | undefined) {
  const { type, matterCode, areaCode } = form;
  if (type === null || matterCode === null || areaCode === null) return null;
  return {
    type,
    matterCode,
    areaCode,
    address: form.address,
    fields: ownFields(form, matter),
    secrecy: form.secrecy,
    ...urgencyBody(form),
    result: form.result,
    ...resultBody(form),
  };
}

function Accept({ order, onDone }: AcceptPanelProps) {
  const [form, setForm] = useState(() => formOf(order));
  const patch = (part: Partial<IntakeForm>) => setForm((before) => ({ ...before, ...part }));
  const matter = useMatterOf(form.matterCode);
  const act = useAct(intake.acceptWaiting, {
    done: waitingText.accepted,
    stale: staleAfterIntake,
    quiet: true,
    onDone,
  });
  const missing = missingIn(form, matter);
  const body = bodyOf(form, matter);
  const submit = () => {
    if (body !== null && missing.length === 0) act.mutate({ orderId: order.id, ...body });
  };
  useKeys({ F9: submit, 'Ctrl+Enter': submit });
  const words = [
    ...missing.filter((one) => one !== 'field').map((one) => saveText.missingWords[one]),
    ...missingFields(matter, form).map((field) => field.label),
  ];
  return (
    <>
      <UrgencyPart form={form} patch={patch} />
      <MatterPart form={form} patch={patch} matter={matter} />
      <AddressPart form={form} patch={patch} asksMore={false} />
      <ResultPart form={form} patch={patch} />
      {form.result === 'answer' && (
        <KnowledgePanel
          matterCode={form.matterCode}
          callId={null}
          orderId={order.id}
          onCite={(entry) => patch({ knowledgeCode: entry.code, knowledgeTitle: entry.title })}
        />
      )}
      <WhyRefused error={act.error} />
      <div className="save-bar">
        <Button
          type="primary"
          size="large"
          disabled={missing.length > 0}
          loading={act.isPending}
          onClick={submit}
        >
          {saveText.accept}
        </Button>
        {words.length > 0 && (
          <span className="soft">
            {saveText.missing}
            {words.join('、')}
          </span>
        )}
      </div>
    </>
  );
}

/** 受理 of a waiting appeal: taken first, so that two agents do not type the same. */
export function AcceptPanel({ order, onDone }: AcceptPanelProps) {
  const take = useAct(intake.takeWaiting, { done: waitingText.taken, stale: ['order', 'desk'] });
  // Untaken, it still alarms the others: it is taken before it is typed on.
  const waits = order.claimedBy === null && order.abilities.includes('take');
  const mayAccept = order.abilities.includes('accept') && !waits;
  return (
    <Panel
      title={waitingText.acceptForm}
      extra={
        waits && (
          <Button
            type="primary"
            loading={take.isPending}
            onClick={() => take.mutate({ orderId: order.id })}
          >
            {waitingText.take}
          </Button>
        )
      }
    >
      {mayAccept && <Accept order={order} onDone={onDone} />}
    </Panel>
  );
}
