import {
  type Instrument,
  instrumentLabel,
  type ReplyOf,
  supervision,
  type WrittenLevel,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../form-drawer.tsx';
import { UnitPicker } from '../unit-picker.tsx';
import { levelsQuery, staleAfterSupervision } from './supervision.queries.ts';
import { supervisionText } from './text.ts';

type Levels = ReplyOf<typeof supervision.listLevels>['rows'];
type Given = ReplyOf<typeof supervision.readSupervision>['mayGive'];

interface SuperviseForm {
  level: WrittenLevel;
  instrument: Instrument;
  reason: string;
  demands: string;
  toUnit?: string;
  leader?: string;
}

interface SuperviseButtonProps {
  orderId: string;
  holder: string;
  /** Levels the person may give, with the instruments of this order. */
  levels: Given;
  label: string;
  proposal?: { no: number; level: WrittenLevel; why: string };
}

const needed = [{ required: true, whitespace: true, min: 4, message: supervisionText.wordsNeeded }];

function Whom({ instrument }: { instrument: Instrument | undefined }) {
  if (instrument === 'leaders-note')
    return (
      <Form.Item
        name="leader"
        label={supervisionText.leader}
        rules={[{ required: true, whitespace: true, message: supervisionText.leaderNeeded }]}
      >
        <Input maxLength={60} />
      </Form.Item>
    );
  if (instrument !== 'site-visit' && instrument !== 'transfer') return null;
  const label = instrument === 'transfer' ? supervisionText.recipient : supervisionText.visitor;
  return (
    <Form.Item
      name="toUnit"
      label={label}
      rules={[{ required: true, message: supervisionText.unitNeeded }]}
    >
      <UnitPicker offers="every-unit" />
    </Form.Item>
  );
}

function Fields({ levels, ladder }: { levels: Given; ladder: Levels }) {
  const level = Form.useWatch<WrittenLevel | undefined>('level');
  const instrument = Form.useWatch<Instrument | undefined>('instrument');
  const chosen = levels.find((one) => one.level === level);
  const offered = ladder.filter(({ code }) => levels.some((one) => one.level === code));
  const reason = instrument === 'leaders-note' ? supervisionText.note : supervisionText.reason;
  return (
    <>
      <Form.Item
        name="level"
        label={supervisionText.level}
        rules={[{ required: true, message: supervisionText.levelNeeded }]}
      >
        <Radio.Group
          className="column"
          options={offered.map(({ code, name, replyLimit }) => ({
            value: code,
            label: supervisionText.levelWithLimit(code, name, replyLimit),
          }))}
        />
      </Form.Item>
      {chosen !== undefined && (
        <Form.Item
          name="instrument"
          label={supervisionText.instrument}
          rules={[{ required: true, message: supervisionText.instrumentNeeded }]}
        >
          <Radio.Group
            options={chosen.instruments.map((value) => ({ value, label: instrumentLabel[value] }))}
          />
        </Form.Item>
      )}
      <Whom instrument={instrument} />
      <Form.Item name="reason" label={reason} rules={needed}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="demands" label={supervisionText.demands} rules={needed}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  );
}

/** 督办: one click reaches the last holder; a level only rises, so only those above are offered. */
export function SuperviseButton({
  orderId,
  holder,
  levels,
  label,
  proposal,
}: SuperviseButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<SuperviseForm>();
  const ladder = useQuery({ ...levelsQuery, enabled: isOpen });
  const act = useAct(supervision.supervise, {
    done: supervisionText.supervised,
    stale: staleAfterSupervision,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const rows = ladder.data?.rows ?? [];
  const fitInstrument = () => {
    const { level, instrument } = form.getFieldsValue();
    const fits = levels.find((one) => one.level === level)?.instruments ?? [];
    const [only] = fits;
    if (fits.length === 1 && only !== undefined && instrument !== only)
      form.setFieldValue('instrument', only);
    else if (instrument !== undefined && !fits.includes(instrument))
      form.setFieldValue('instrument', undefined);
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <FormDrawer<SuperviseForm>
        title={supervisionText.superviseTitle}
        open={isOpen}
        onClose={() => setOpen(false)}
        form={form}
        submitLabel={supervisionText.supervise}
        isPending={act.isPending}
        error={act.error}
        onChange={fitInstrument}
        {...(proposal && { initial: { level: proposal.level, reason: proposal.why } })}
        onSubmit={(values) =>
          act.mutate({ orderId, ...values, ...(proposal && { proposalNo: proposal.no }) })
        }
      >
        <p className="gap-below soft">{supervisionText.reaches(holder)}</p>
        <Fields levels={levels} ladder={rows} />
      </FormDrawer>
    </>
  );
}
