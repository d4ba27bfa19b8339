import {
  deferralReasonLabel,
  deferrals,
  extensionReasons,
  parkingReasons,
  suspensionReasons,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { deferralsQuery } from '../../ui/deferrals/deferral.queries.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import type { DutyAbility } from './abilities.ts';
import { staleAfterDuty } from './duty.queries.ts';
import { type DutyProps, keyOf } from './duty-view.ts';
import { deferText } from './text.ts';

const stale = [...staleAfterDuty, 'deferrals'];
const needed = [{ required: true, message: deferText.needed }];
const wordsNeeded = [{ required: true, whitespace: true, min: 4, message: deferText.needed }];

function ReasonField({ reasons }: { reasons: readonly (keyof typeof deferralReasonLabel)[] }) {
  return (
    <Form.Item name="reason" label={deferText.reason} rules={needed}>
      <Select options={reasons.map((value) => ({ value, label: deferralReasonLabel[value] }))} />
    </Form.Item>
  );
}

const PlanField = () => (
  <Form.Item name="plan" label={deferText.plan} rules={wordsNeeded}>
    <Input.TextArea rows={4} maxLength={1000} showCount />
  </Form.Item>
);

interface AskProps<Sent> {
  label: string;
  help: string;
  act: { isPending: boolean; error: Error | null };
  onSubmit: (form: Sent) => void;
  isOpen: boolean;
  setOpen: (open: boolean) => void;
  initial?: Partial<Sent>;
  children: ReactNode;
}

/** A button and the form behind it. */
function Asking<Sent extends object>({
  label,
  help,
  act,
  onSubmit,
  isOpen,
  setOpen,
  initial,
  children,
}: AskProps<Sent>) {
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <FormDrawer<Sent>
        title={label}
        open={isOpen}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        {...(initial === undefined ? {} : { initial })}
        onSubmit={onSubmit}
      >
        <p className="gap-below soft">{help}</p>
        {children}
      </FormDrawer>
    </>
  );
}

interface ExtendForm {
  reason: (typeof extensionReasons)[number];
  amount: number;
  plan: string;
}

/** T15 延期. */
function ExtendButton({ duty }: DutyProps) {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...deferralsQuery(duty.orderId), enabled: isOpen });
  const act = useAct(deferrals.askExtension, {
    done: deferText.asked,
    stale,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const room = data?.mayExtend ?? null;
  return (
    <Asking<ExtendForm>
      label={deferText.extend}
      help={data !== undefined && room === null ? deferText.noExtension : deferText.extendHelp}
      act={act}
      isOpen={isOpen}
      setOpen={setOpen}
      onSubmit={(form) => act.mutate({ ...keyOf(duty), ...form })}
    >
      {room !== null && (
        <>
          <ReasonField reasons={extensionReasons} />
          <Form.Item name="amount" label={deferText.amount(room.most, room.unit)} rules={needed}>
            <InputNumber min={1} max={room.most} precision={0} />
          </Form.Item>
          <PlanField />
        </>
      )}
    </Asking>
  );
}

interface SuspendForm {
  reason: (typeof suspensionReasons)[number];
  plan: string;
}

/** 挂起. */
function SuspendButton({ duty }: DutyProps) {
  const [isOpen, setOpen] = useState(false);
  const act = useAct(deferrals.askSuspension, {
    done: deferText.asked,
    stale,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <Asking<SuspendForm>
      label={deferText.suspend}
      help={deferText.suspendHelp}
      act={act}
      isOpen={isOpen}
      setOpen={setOpen}
      onSubmit={(form) => act.mutate({ ...keyOf(duty), ...form })}
    >
      <ReasonField reasons={suspensionReasons} />
      <PlanField />
    </Asking>
  );
}

interface ParkForm {
  reason: (typeof parkingReasons)[number];
  plan: string;
  publicWords: string;
  milestones: { what: string; dueOn: Dayjs | null }[];
}

function Milestones() {
  return (
    <Form.List name="milestones">
      {(fields, { add, remove }) => (
        <fieldset className="rows-field">
          <legend>{deferText.milestones}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="inline">
              <Form.Item name={[name, 'what']} label={deferText.what} rules={needed}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'dueOn']} label={deferText.dueOn} rules={needed}>
                <DatePicker />
              </Form.Item>
              {fields.length > 1 && (
                <Button onClick={() => remove(name)}>{deferText.remove}</Button>
              )}
            </div>
          ))}
          <Button onClick={() => add()}>{deferText.addMilestone}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** T21 挂账. */
function ParkButton({ duty }: DutyProps) {
  const [isOpen, setOpen] = useState(false);
  const act = useAct(deferrals.askParking, {
    done: deferText.asked,
    stale,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const submit = ({ milestones, ...form }: ParkForm) =>
    act.mutate({
      ...keyOf(duty),
      ...form,
      milestones: milestones.flatMap(({ what, dueOn }) =>
        dueOn === null ? [] : [{ what, dueOn: dueOn.format('YYYY-MM-DD') }],
      ),
    });
  return (
    <Asking<ParkForm>
      label={deferText.park}
      help={deferText.parkHelp}
      act={act}
      isOpen={isOpen}
      setOpen={setOpen}
      initial={{ milestones: [{ what: '', dueOn: null }] }}
      onSubmit={submit}
    >
      <ReasonField reasons={parkingReasons} />
      <PlanField />
      <Form.Item name="publicWords" label={deferText.publicWords} rules={wordsNeeded}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Milestones />
    </Asking>
  );
}

interface DeferActionsProps extends DutyProps {
  may: (ability: DutyAbility) => boolean;
}

/** 延期、挂起、挂账: what a lead may ask for. */
export function DeferActions({ duty, may }: DeferActionsProps) {
  return (
    <>
      {may('extend') && <ExtendButton duty={duty} />}
      {may('suspend') && <SuspendButton duty={duty} />}
      {may('park') && <ParkButton duty={duty} />}
    </>
  );
}
