import { assignmentRoleLabel, dispatch } from '@minsheng/contract';
import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { dispatchText } from './text.ts';

const stale = ['desk', 'counters', 'order', 'order-timeline', 'order-clocks'];
const addRoles = ['assist', 'linkage', 'copy'] as const;

function ReasonField() {
  return (
    <Form.Item
      name="reason"
      label={dispatchText.reason}
      rules={[{ required: true, whitespace: true, min: 2, message: dispatchText.reasonNeeded }]}
    >
      <Input.TextArea rows={3} maxLength={500} />
    </Form.Item>
  );
}

interface AddForm {
  unitCode: string;
  role: (typeof addRoles)[number];
  reason: string;
}

/** 加派. */
function AddUnit({ orderId }: { orderId: string }) {
  const [open, setOpen] = useState(false);
  const act = useAct(dispatch.addUnit, {
    done: dispatchText.added,
    stale,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{dispatchText.add}</Button>
      <FormDrawer<AddForm>
        title={dispatchText.add}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        initial={{ role: 'assist' }}
        onSubmit={(form) => act.mutate({ orderId, ...form })}
      >
        <Form.Item
          name="unitCode"
          label={dispatchText.addUnit}
          rules={[{ required: true, message: dispatchText.unitNeeded }]}
        >
          <UnitPicker />
        </Form.Item>
        <Form.Item name="role" label={dispatchText.addRole}>
          <Segmented
            options={addRoles.map((role) => ({ value: role, label: assignmentRoleLabel[role] }))}
          />
        </Form.Item>
        <ReasonField />
      </FormDrawer>
    </>
  );
}

interface ReassignForm {
  lead: string;
  reason: string;
}

/** 改派. */
function Reassign({ orderId }: { orderId: string }) {
  const [open, setOpen] = useState(false);
  const act = useAct(dispatch.reassign, {
    done: dispatchText.reassigned,
    stale,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{dispatchText.reassign}</Button>
      <FormDrawer<ReassignForm>
        title={dispatchText.reassign}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={(form) => act.mutate({ orderId, ...form })}
      >
        <Form.Item
          name="lead"
          label={dispatchText.reassignTo}
          rules={[{ required: true, message: dispatchText.unitNeeded }]}
        >
          <UnitPicker />
        </Form.Item>
        <ReasonField />
      </FormDrawer>
    </>
  );
}

function Recall({ orderId }: { orderId: string }) {
  const act = useAct(dispatch.recall, { done: dispatchText.recalled, stale, quiet: true });
  return (
    <ReasonButton
      label={dispatchText.recall}
      help={dispatchText.recallHelp}
      needed
      danger
      act={act}
      input={(reason) => ({ orderId, reason })}
    />
  );
}

function Undo({ orderId }: { orderId: string }) {
  const act = useAct(dispatch.undoSend, { done: dispatchText.undone, stale });
  return (
    <Button loading={act.isPending} onClick={() => act.mutate({ orderId })}>
      {dispatchText.undoNow}
    </Button>
  );
}

/** The buttons are exactly what the server says may be done. */
export function SentActions({ order }: { order: OrderPageView }) {
  const may = (ability: OrderPageView['abilities'][number]) => order.abilities.includes(ability);
  return (
    <>
      {may('undo') && <Undo orderId={order.id} />}
      {may('add') && <AddUnit orderId={order.id} />}
      {may('reassign') && <Reassign orderId={order.id} />}
      {may('recall') && <Recall orderId={order.id} />}
    </>
  );
}
