import { intake } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { fullInstant } from '../../ui/format.ts';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { staleAfterIntake, transferQuery } from './intake.queries.ts';
import { transferText } from './text.ts';

interface TransferPanelProps {
  order: OrderPageView;
  onDone: () => void;
}

interface ReceiptForm {
  theirNo?: string;
}

/** 对方接收: by hand, as long as no line of their own tells us. */
function ReceiptButton({ orderId, label }: { orderId: string; label: string }) {
  const [open, setOpen] = useState(false);
  const act = useAct(intake.noteTransferReceipt, {
    done: transferText.receiptDone,
    stale: staleAfterIntake,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <FormDrawer<ReceiptForm>
        title={label}
        open={open}
        onClose={() => setOpen(false)}
        submitLabel={label}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ theirNo }) => act.mutate({ orderId, theirNo: theirNo ?? '' })}
      >
        <p className="gap-below soft">{transferText.receiptHelp}</p>
        <Form.Item name="theirNo" label={transferText.theirNo}>
          <Input autoFocus autoComplete="off" maxLength={40} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

function EndButton({ orderId, onDone }: { orderId: string; onDone: () => void }) {
  const act = useAct(intake.endTransfer, {
    done: transferText.endDone,
    stale: staleAfterIntake,
    quiet: true,
    onDone,
  });
  return (
    <ReasonButton
      label={transferText.end}
      fieldLabel={transferText.feedback}
      help={transferText.endHelp}
      needed
      primary
      act={act}
      input={(feedback) => ({ orderId, feedback })}
    />
  );
}

function ReturnButton({ orderId, onDone }: { orderId: string; onDone: () => void }) {
  const act = useAct(intake.returnTransfer, {
    done: transferText.returnDone,
    stale: staleAfterIntake,
    quiet: true,
    onDone,
  });
  return (
    <ReasonButton
      label={transferText.returns}
      fieldLabel={transferText.returnReason}
      help={transferText.returnHelp}
      needed
      danger
      act={act}
      input={(reason) => ({ orderId, reason })}
    />
  );
}

/** 转接跟踪: it went to another line; here it waits for what became of it. */
export function TransferPanel({ order, onDone }: TransferPanelProps) {
  const transfer = useQuery(transferQuery(order.id));
  const orderId = order.id;
  return (
    <Panel title={transferText.title}>
      <Ask of={transfer}>
        {({ to, sentAt, receivedAt, theirNo, listRow, byThreeWay, firstReceiver }) => (
          <>
            <Facts
              facts={[
                { label: transferText.to, value: to },
                { label: transferText.sentAt, value: fullInstant(sentAt) },
                {
                  label: transferText.dueAt,
                  value: order.stageDueAt && fullInstant(order.stageDueAt),
                },
                {
                  label: transferText.receivedAt,
                  value: receivedAt ? fullInstant(receivedAt) : transferText.notReceived,
                },
                { label: transferText.theirNo, value: theirNo },
                { label: transferText.listRow, value: listRow },
                {
                  label: transferText.how,
                  value: transferText.decided(byThreeWay, firstReceiver),
                },
              ]}
            />
            <div className="inline check-bar">
              <EndButton orderId={orderId} onDone={onDone} />
              <ReceiptButton
                orderId={orderId}
                label={receivedAt ? transferText.correctNo : transferText.receipt}
              />
              <ReturnButton orderId={orderId} onDone={onDone} />
            </div>
          </>
        )}
      </Ask>
    </Panel>
  );
}
