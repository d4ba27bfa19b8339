import { type ConcernKind, letters } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import type { AboutFormProps } from '../../ui/form-about.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
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

interface DraftLetterProps extends Pick<AboutFormProps, 'onClose' | 'onDone'> {
  about: { kind: ConcernKind; id: string; name: string } | null;
  /** 更正: the letter a new one puts right. */
  corrects: { id: string; letterNo: string } | null;
  /** What is known already, by slot. */
  filled?: Values['slots'];
}

/** 起草函件. */
export function DraftLetter({ about, corrects, filled, onClose, onDone }: DraftLetterProps) {
  const act = useAct(letters.draftLetter, {
    done: words.done,
    stale: staleLetters,
    quiet: true,
    onDone: ({ letterId }) => onDone(letterId),
  });
  const send = (values: Values) =>
    act.mutate({
      ...values,
      ...(about ? { concern: { kind: about.kind, id: about.id } } : {}),
      ...(corrects ? { correctsId: corrects.id } : {}),
    });
  const label = corrects ? words.correct : words.button;
  return (
    <FormDrawer<Values>
      title={label}
      submitLabel={label}
      open
      onClose={onClose}
      isPending={act.isPending}
      error={act.error}
      onSubmit={send}
      {...(filled && { initial: { slots: filled } })}
    >
      {corrects && <p className="soft">{words.correctHelp(corrects.letterNo)}</p>}
      {about && <p className="gap-below">{about.name}</p>}
      <TemplatePart />
      <Form.Item name="toUnits" label={words.units} rules={needed}>
        <UnitsPicker offers="every-unit" />
      </Form.Item>
    </FormDrawer>
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
