import { mechanisms } from '@minsheng/contract';
import { DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../form-button.tsx';
import type { HeldMechanism } from './held.queries.ts';
import { mechanismPanelText as words } from './text.ts';

type Field = HeldMechanism['form'][number];
type Value = Field['value'];

const fenPerYuan = 100;

/** 填写机制表单: the fields this person fills in, beside the page. */
export function FillForm({ orderId, held }: { orderId: string; held: HeldMechanism }) {
  const fields = held.form.filter(({ mayFill }) => mayFill);
  const act = useAct(mechanisms.fillForm, {
    done: words.done,
    stale: ['mechanisms', 'order'],
    quiet: true,
  });
  return (
    <FormButton
      label={words.fill}
      kind="primary"
      help={words.fillHelp}
      act={act}
      initial={Object.fromEntries(fields.map(({ code, value }) => [code, value]))}
      input={(said: Record<string, Value | undefined>) => ({
        orderId,
        values: changedIn(fields, said),
      })}
    >
      {fields.map((field) => (
        <Form.Item
          key={field.code}
          name={field.code}
          label={field.isSensitive ? `${field.label}(${words.sensitive})` : field.label}
          extra={field.help === '' ? undefined : field.help}
          {...shapes[field.kind]}
        >
          {controlOf(field)}
        </Form.Item>
      ))}
    </FormButton>
  );
}

/** What was left as it was is not sent again. */
function changedIn(
  fields: readonly Field[],
  said: Record<string, Value | undefined>,
): Record<string, Value> {
  return Object.fromEntries(
    fields
      .map(({ code, value }) => ({ code, value, next: said[code] ?? null }))
      .filter(({ value, next }) => next !== value)
      .map(({ code, next }) => [code, next]),
  );
}

/** Typed in yuan, kept in fen; a day is kept as it is written. */
const shapes: Record<Field['kind'], object> = {
  text: {},
  count: {},
  choice: {},
  'yes-no': {},
  money: {
    getValueProps: (fen: unknown) => ({ value: typeof fen === 'number' ? fen / fenPerYuan : null }),
    normalize: (yuan: unknown) => (typeof yuan === 'number' ? Math.round(yuan * fenPerYuan) : null),
  },
  date: {
    getValueProps: (day: unknown) => ({ value: typeof day === 'string' ? dayjs(day) : null }),
    normalize: (day: unknown) => (dayjs.isDayjs(day) ? day.format('YYYY-MM-DD') : null),
  },
};

function controlOf({ kind, choices }: Field): ReactNode {
  switch (kind) {
    case 'text':
      return <Input maxLength={200} />;
    case 'money':
      return <InputNumber className="wide" min={0} precision={2} suffix={words.yuan} />;
    case 'count':
      return <InputNumber className="wide" min={0} precision={0} />;
    case 'date':
      return <DatePicker className="wide" />;
    case 'choice':
      return (
        <Select allowClear options={choices.map(({ code, label }) => ({ value: code, label }))} />
      );
    case 'yes-no':
      return (
        <Radio.Group
          options={[
            { value: true, label: words.yes },
            { value: false, label: words.no },
          ]}
        />
      );
    default:
      return kind satisfies never;
  }
}
