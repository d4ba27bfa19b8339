import { letters } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { orderQuery } from '../../ui/ground.queries.ts';
import { UnitsPicker } from '../../ui/unit-picker.tsx';
import { staleLetters, type Template, templatesQuery } from './letters.queries.ts';
import { lettersText } from './text.ts';

const words = lettersText.draft;
const needed = [{ required: true, message: words.needed }];

interface Values {
  template: string;
  toUnits: string[];
  slots: Record<string, string>;
}

interface DraftLetterProps {
  orderId: string | undefined;
  /** 更正: the letter a new one puts right. */
  corrects: { id: string; letterNo: string } | null;
  onClose: () => void;
  onDrafted: (letterId: string) => void;
}

/** 起草函件. Opens by itself where an order page sent the person here. */
export function DraftLetter({ orderId, corrects, onClose, onDrafted }: DraftLetterProps) {
  const [open, setOpen] = useState(orderId !== undefined);
  const act = useAct(letters.draftLetter, {
    done: words.done,
    stale: staleLetters,
    quiet: true,
    onDone: ({ letterId }) => {
      setOpen(false);
      onDrafted(letterId);
    },
  });
  const send = ({ template, toUnits, slots }: Values) =>
    act.mutate({
      template,
      toUnits,
      slots,
      ...(orderId ? { concern: { kind: 'order' as const, id: orderId } } : {}),
      ...(corrects ? { correctsId: corrects.id } : {}),
    });
  const label = corrects ? words.correct : words.button;
  return (
    <>
      <Button type={corrects ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <FormDrawer<Values>
        title={label}
        submitLabel={label}
        open={open}
        onClose={() => {
          setOpen(false);
          onClose();
        }}
        isPending={act.isPending}
        error={act.error}
        onSubmit={send}
      >
        {corrects && <p className="soft">{words.correctHelp(corrects.letterNo)}</p>}
        {orderId !== undefined && <OrderNo orderId={orderId} />}
        <TemplatePart />
        <Form.Item name="toUnits" label={words.units} rules={needed}>
          <UnitsPicker offers="every-unit" />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

function OrderNo({ orderId }: { orderId: string }) {
  const { data } = useQuery(orderQuery(orderId));
  return (
    <p>
      {words.order}:{data?.orderNo}
    </p>
  );
}

function TemplatePart() {
  const form = Form.useFormInstance<Values>();
  const code = Form.useWatch('template', form);
  const { data } = useQuery(templatesQuery);
  const templates = data?.rows ?? [];
  const chosen = templates.find((one) => one.code === code);
  return (
    <>
      <Form.Item
        name="template"
        label={words.template}
        rules={needed}
        extra={chosen && (chosen.wantsAnswer ? words.wantsAnswer : words.noAnswer)}
      >
        <Select options={templates.map((one) => ({ value: one.code, label: one.name }))} />
      </Form.Item>
      {chosen?.slots.map((slot) => (
        <Slot key={`${chosen.code} ${slot.code}`} slot={slot} />
      ))}
    </>
  );
}

function Slot({ slot }: { slot: Template['slots'][number] }) {
  return (
    <Form.Item name={['slots', slot.code]} label={slot.name} rules={needed}>
      {slot.long ? <Input.TextArea rows={4} maxLength={8000} /> : <Input maxLength={80} />}
    </Form.Item>
  );
}
