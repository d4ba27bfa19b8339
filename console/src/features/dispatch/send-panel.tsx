import { dispatch } from '@minsheng/contract';
import { Alert, Button, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { nowMs } from '../../shell/browser-clock.ts';
import { useKeys } from '../../shell/keys.ts';
import { Field } from '../../ui/field.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type PickedUnit, UnitPicker, UnitsPicker } from '../../ui/unit-picker.tsx';
import type { Suggestion } from './suggestion-panel.tsx';
import { dispatchText } from './text.ts';
import type { RecentSend } from './undo-bar.tsx';

export interface SendForm {
  lead: string | null;
  assists: readonly string[];
  linkage: readonly string[];
  copies: readonly string[];
  note: string;
  title: string;
  content: string;
  guardReason: string;
}

const codes = (units: Suggestion['assists']) => units.map((unit) => unit.code);

/** The suggestion, ready to be sent or changed. */
export function formFrom(order: OrderPageView, suggestion: Suggestion): SendForm {
  return {
    lead: suggestion.lead?.code ?? null,
    assists: codes(suggestion.assists),
    linkage: codes(suggestion.linkage),
    copies: codes(suggestion.copies),
    note: '',
    title: order.unitTitle === '' ? order.title : order.unitTitle,
    content: order.unitContent === '' ? order.content : order.unitContent,
    guardReason: '',
  };
}

function knownUnits(suggestion: Suggestion): PickedUnit[] {
  const { lead, backstop, assists, linkage, copies } = suggestion;
  return [lead, backstop, ...assists, ...linkage, ...copies].filter((unit) => unit !== null);
}

interface SendPanelProps {
  order: OrderPageView;
  suggestion: Suggestion;
  form: SendForm;
  onChange: (part: Partial<SendForm>) => void;
  alike: readonly string[];
  onSent: (sent: RecentSend) => void;
}

function bodyOf(form: SendForm, lead: string) {
  return {
    lead,
    assists: [...form.assists],
    linkage: [...form.linkage],
    copies: [...form.copies],
    note: form.note,
    title: form.title,
    content: form.content,
    ...(form.guardReason.trim() === '' ? {} : { guardReason: form.guardReason }),
  };
}

/** 撤销时限: sixty seconds; the server has the last word. */
const undoMs = 60_000;

function useSend({ order, form, alike, onSent }: SendPanelProps) {
  const stale = ['desk', 'counters', 'order'];
  const sent = (undoUntil: string) =>
    onSent({ orderId: order.id, orderNo: order.orderNo, undoUntil });
  const one = useAct(dispatch.send, {
    done: dispatchText.sent,
    stale,
    quiet: true,
    onDone: (reply) => sent(reply.undoUntil),
  });
  const several = useAct(dispatch.sendAlike, {
    done: dispatchText.sentAlike(alike.length + 1),
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

function Words({ form, onChange }: Pick<SendPanelProps, 'form' | 'onChange'>) {
  return (
    <details>
      <summary>{dispatchText.textForUnits}</summary>
      <p className="soft">{dispatchText.textHelp}</p>
      <Field label={dispatchText.unitTitle}>
        {(id) => (
          <Input
            id={id}
            value={form.title}
            maxLength={60}
            onChange={(e) => onChange({ title: e.target.value })}
          />
        )}
      </Field>
      <Field label={dispatchText.unitContent}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={form.content}
            autoSize={{ minRows: 3, maxRows: 12 }}
            onChange={(e) => onChange({ content: e.target.value })}
          />
        )}
      </Field>
    </details>
  );
}

function Units({
  form,
  onChange,
  known,
}: Pick<SendPanelProps, 'form' | 'onChange'> & { known: PickedUnit[] }) {
  return (
    <>
      <Field label={dispatchText.lead}>
        {(id) => (
          <UnitPicker
            id={id}
            value={form.lead}
            known={known}
            onChange={(lead) => onChange({ lead })}
          />
        )}
      </Field>
      <Field label={dispatchText.assists}>
        {(id) => (
          <UnitsPicker
            id={id}
            value={form.assists}
            known={known}
            onChange={(assists) => onChange({ assists })}
          />
        )}
      </Field>
      <Field label={dispatchText.linkage}>
        {(id) => (
          <UnitsPicker
            id={id}
            value={form.linkage}
            known={known}
            onChange={(linkage) => onChange({ linkage })}
          />
        )}
      </Field>
      <Field label={dispatchText.copies}>
        {(id) => (
          <UnitsPicker
            id={id}
            value={form.copies}
            known={known}
            onChange={(copies) => onChange({ copies })}
          />
        )}
      </Field>
    </>
  );
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
      {error !== null && <Alert type="error" showIcon role="alert" title={error.message} />}
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
        {form.lead === null && <span className="soft">{dispatchText.leadNeeded}</span>}
        {!maySend && <span className="soft">{dispatchText.noAbility}</span>}
      </div>
    </Panel>
  );
}
