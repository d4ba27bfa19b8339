import { dispatch } from '@minsheng/contract';
import { Button, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { nowMs } from '../../shell/browser-clock.ts';
import { useKeys } from '../../shell/keys.ts';
import { Field } from '../../ui/field.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { bodyOf, knownUnits, type SendForm } from './send-form.ts';
import { Readers, Units, Words } from './send-parts.tsx';
import type { Suggestion } from './suggestion-panel.tsx';
import { dispatchText } from './text.ts';
import type { RecentSend } from './undo-bar.tsx';

interface SendPanelProps {
  order: OrderPageView;
  suggestion: Suggestion;
  form: SendForm;
  onChange: (part: Partial<SendForm>) => void;
  alike: readonly string[];
  onSent: (sent: RecentSend) => void;
}

/** 撤销时限: sixty seconds; the server has the last word. */
const undoMs = 60_000;

function useSend({ order, form, alike, onSent }: SendPanelProps) {
  const stale = ['desk', 'counters', 'order'];
  const sent = (undoUntil: string) =>
    onSent({ orderId: order.id, alike, orderNo: order.orderNo, title: order.title, undoUntil });
  // The bar that offers to undo it says that it is sent.
  const one = useAct(dispatch.send, {
    done: null,
    stale,
    quiet: true,
    onDone: (reply) => sent(reply.undoUntil),
  });
  const several = useAct(dispatch.sendAlike, {
    done: null,
    stale,
    quiet: true,
    onDone: () => sent(new Date(nowMs() + undoMs).toISOString()),
  });
  const submit = () => {
    if (form.lead === null) return;
    const body = bodyOf(form, form.lead);
    if (alike.length === 0) one.mutate({ orderId: order.id, ...body });
    // Each of several keeps its own words.
    else
      several.mutate({
        orderIds: [order.id, ...alike],
        ...body,
        title: undefined,
        content: undefined,
      });
  };
  return {
    submit,
    isPending: one.isPending || several.isPending,
    error: one.error ?? several.error,
  };
}

/** 派单: exactly one lead, any number of others. */
export function SendPanel(props: SendPanelProps) {
  const { form, onChange, alike, suggestion, order } = props;
  const { submit, isPending, error } = useSend(props);
  const maySend = order.abilities.includes('send');
  useKeys({ 'Ctrl+Enter': () => maySend && submit() });
  return (
    <Panel title={dispatchText.units}>
      <Units form={form} onChange={onChange} known={knownUnits(suggestion)} />
      {order.secrecy === 3 && (
        <Readers form={form} onChange={onChange} known={knownUnits(suggestion)} />
      )}
      <Field label={dispatchText.note}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={form.note}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={(e) => onChange({ note: e.target.value })}
          />
        )}
      </Field>
      {(form.guardReason !== '' || error !== null) && (
        <Field label={dispatchText.guardReason} help={dispatchText.guardHelp}>
          {(id) => (
            <Input
              id={id}
              value={form.guardReason}
              onChange={(e) => onChange({ guardReason: e.target.value })}
            />
          )}
        </Field>
      )}
      {alike.length === 0 && <Words form={form} onChange={onChange} />}
      <WhyRefused error={error} />
      <div className="send-foot">
        <Button
          type="primary"
          size="large"
          loading={isPending}
          disabled={form.lead === null || !maySend}
          onClick={submit}
        >
          {alike.length === 0 ? dispatchText.send : dispatchText.sendAlike(alike.length + 1)}
        </Button>
        {maySend && form.lead !== null && <span className="soft">{dispatchText.sendKey}</span>}
        {form.lead === null && <span className="soft">{dispatchText.leadNeeded}</span>}
        {!maySend && <span className="soft">{dispatchText.noAbility}</span>}
      </div>
    </Panel>
  );
}
