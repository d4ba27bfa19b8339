import {
  disputes,
  namesProperUnit,
  type ReturnReason,
  returnReasonLabel,
  returnReasons,
} from '@minsheng/contract';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import type { DutyAbility } from './abilities.ts';
import { staleAfterDuty } from './duty.queries.ts';
import { type DutyProps, keyOf } from './duty-view.ts';
import { returnText } from './text.ts';

const stale = [...staleAfterDuty, 'dispute'];
const needed = [{ required: true, whitespace: true, min: 4, message: returnText.needed }];

interface AskForm {
  reason: ReturnReason;
  basis: string;
  properUnit?: string | null;
  words: string;
}

/** Who should do it, where somebody else has to. */
function ProperUnit({ reason }: { reason: ReturnReason | undefined }) {
  if (reason === undefined || !namesProperUnit(reason)) return null;
  return (
    <Form.Item
      name="properUnit"
      label={returnText.properUnit}
      rules={[{ required: true, message: returnText.needed }]}
    >
      <UnitPicker />
    </Form.Item>
  );
}

/** T12 退单申请. */
function AskButton({ duty }: DutyProps) {
  const [open, setOpen] = useState(false);
  const act = useAct(disputes.askReturn, {
    done: returnText.asked,
    stale,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const submit = ({ properUnit, ...form }: AskForm) =>
    act.mutate({
      ...keyOf(duty),
      ...form,
      ...(properUnit === undefined || properUnit === null ? {} : { properUnit }),
    });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{returnText.ask}</Button>
      <FormDrawer<AskForm>
        title={returnText.ask}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={submit}
      >
        <p className="gap-below soft">{returnText.askHelp}</p>
        <Form.Item
          name="reason"
          label={returnText.reason}
          rules={[{ required: true, message: returnText.needed }]}
        >
          <Select
            options={returnReasons.map((value) => ({ value, label: returnReasonLabel[value] }))}
          />
        </Form.Item>
        <Form.Item noStyle dependencies={['reason']}>
          {({ getFieldValue }) => <ProperUnit reason={getFieldValue('reason')} />}
        </Form.Item>
        <Form.Item name="basis" label={returnText.basis} rules={needed}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="words" label={returnText.words} rules={needed}>
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

/** 单位领导签字, or the unit keeps the order. */
function SignButtons({ duty }: DutyProps) {
  const sign = useAct(disputes.signReturn, { done: returnText.signed, stale });
  const refuse = useAct(disputes.signReturn, { done: returnText.refused, stale, quiet: true });
  return (
    <>
      <Button
        type="primary"
        loading={sign.isPending}
        onClick={() => sign.mutate({ ...keyOf(duty), agreed: true })}
      >
        {returnText.sign}
      </Button>
      <ReasonButton
        label={returnText.refuse}
        fieldLabel={returnText.refuseNote}
        needed
        act={refuse}
        input={(note) => ({ ...keyOf(duty), agreed: false, note })}
      />
    </>
  );
}

function WithdrawButton({ duty }: DutyProps) {
  const act = useAct(disputes.withdrawReturn, { done: returnText.withdrawn, stale });
  return (
    <Button loading={act.isPending} onClick={() => act.mutate(keyOf(duty))}>
      {returnText.withdraw}
    </Button>
  );
}

interface ReturnActionsProps extends DutyProps {
  may: (ability: DutyAbility) => boolean;
}

/** 退单: what a unit may do about an order that is not its own. */
export function ReturnActions({ duty, may }: ReturnActionsProps) {
  return (
    <>
      {may('ask-return') && <AskButton duty={duty} />}
      {may('sign-return') && <SignButtons duty={duty} />}
      {may('withdraw-return') && <WithdrawButton duty={duty} />}
    </>
  );
}
