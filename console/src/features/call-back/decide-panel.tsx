import { callBack, type ReplyOf } from '@minsheng/contract';
import { Button, DatePicker, Input, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Field } from '../../ui/field.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { staleAfterCallBack } from './call-back.queries.ts';
import { callBackText } from './text.ts';

const closeKinds = ['solved', 'unsolved-objective', 'unreached'] as const;
type CloseKind = (typeof closeKinds)[number];

interface DecidePanelProps {
  order: OrderPageView;
  sheet: ReplyOf<typeof callBack.callBackSheet>;
  onDecided: () => void;
}

/** The last answer somebody really gave suggests how it ends. */
function likelyKind({ order, sheet }: DecidePanelProps): CloseKind {
  const last = order.callBacks.filter((one) => one.reached).at(-1);
  if (last === undefined) return sheet.mayCloseUnreached ? 'unreached' : 'solved';
  return last.solved === 'solved' ? 'solved' : 'unsolved-objective';
}

function Redo({ order, sheet, onDecided }: DecidePanelProps) {
  const act = useAct(callBack.redo, {
    done: callBackText.redone,
    stale: staleAfterCallBack,
    quiet: true,
    onDone: onDecided,
  });
  return (
    <ReasonButton
      label={callBackText.redo}
      fieldLabel={callBackText.redoReason}
      help={callBackText.redoHelp(sheet.redosLeft)}
      needed
      danger
      act={act}
      input={(reason) => ({ orderId: order.id, reason })}
    />
  );
}

interface CloseForm {
  as: CloseKind;
  note: string;
  followUpOn: Dayjs | null;
}

interface CloseFieldsProps {
  form: CloseForm;
  kinds: readonly CloseKind[];
  patch: (part: Partial<CloseForm>) => void;
}

function CloseFields({ form, kinds, patch }: CloseFieldsProps) {
  return (
    <>
      <Radio.Group
        className="radio-lines gap-below"
        aria-label={callBackText.closeAs}
        value={form.as}
        onChange={(event) => patch({ as: event.target.value })}
        options={kinds.map((value) => ({ value, label: callBackText.closeKinds[value] }))}
      />
      <Field label={callBackText.closeNote}>
        {(id) => (
          <Input
            id={id}
            value={form.note}
            maxLength={1000}
            onChange={(event) => patch({ note: event.target.value })}
          />
        )}
      </Field>
      <Field label={callBackText.followUpOn}>
        {(id) => (
          <DatePicker
            id={id}
            value={form.followUpOn}
            onChange={(followUpOn) => patch({ followUpOn })}
          />
        )}
      </Field>
    </>
  );
}

const bodyOf = ({ as, note, followUpOn }: CloseForm) => ({
  as,
  note,
  ...(followUpOn === null ? {} : { followUpOn: followUpOn.format('YYYY-MM-DD') }),
});

/** 结案或重办. */
export function DecidePanel(props: DecidePanelProps) {
  const { order, sheet, onDecided } = props;
  const [said, setSaid] = useState<Partial<CloseForm>>({});
  const form: CloseForm = { as: likelyKind(props), note: '', followUpOn: null, ...said };
  const close = useAct(callBack.close, {
    done: callBackText.closed,
    stale: staleAfterCallBack,
    quiet: true,
    onDone: onDecided,
  });
  const wasAsked = order.callBacks.some((one) => one.reached) || sheet.mayCloseUnreached;
  const mayClose = order.abilities.includes('close') && wasAsked;
  const mayRedo = order.abilities.includes('redo');
  // Nobody was asked yet: there is nothing to conclude.
  if (!wasAsked || !(mayClose || mayRedo)) return null;
  return (
    <Panel title={callBackText.decide}>
      {mayClose && (
        <CloseFields
          form={form}
          kinds={closeKinds.filter((one) => one !== 'unreached' || sheet.mayCloseUnreached)}
          patch={(part) => setSaid((before) => ({ ...before, ...part }))}
        />
      )}
      <WhyRefused error={close.error} />
      <div className="inline">
        {mayClose && (
          <Button
            type="primary"
            loading={close.isPending}
            onClick={() => close.mutate({ orderId: order.id, ...bodyOf(form) })}
          >
            {callBackText.close}
          </Button>
        )}
        {mayRedo && <Redo {...props} />}
      </div>
    </Panel>
  );
}
