import { DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { Field } from '../../ui/field.tsx';
import { type MatterField, mustFill } from './intake-body.ts';
import type { FormProps, IntakeForm } from './intake-form.ts';
import { formText } from './text.ts';

type Value = IntakeForm['fields'][string];

interface ControlProps {
  id: string;
  field: MatterField;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

const fenPerYuan = 100;

const asText = (value: Value | undefined) => (typeof value === 'string' ? value : '');
const asNumber = (value: Value | undefined) => (typeof value === 'number' ? value : null);
const asDay = (value: Value | undefined) => (typeof value === 'string' ? dayjs(value) : null);

function Line({ id, value, onChange }: ControlProps) {
  return (
    <Input
      id={id}
      value={asText(value)}
      maxLength={2000}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function LongLine({ id, value, onChange }: ControlProps) {
  return (
    <Input.TextArea
      id={id}
      value={asText(value)}
      autoSize={{ minRows: 2, maxRows: 6 }}
      maxLength={2000}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Amount({ id, field, value, onChange }: ControlProps) {
  return (
    <InputNumber
      id={id}
      className="wide"
      min={field.kind === 'count' ? 0 : Number.MIN_SAFE_INTEGER}
      {...(field.kind === 'count' ? { precision: 0 } : {})}
      value={asNumber(value)}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

/** Typed in yuan, kept in fen. */
function Money({ id, value, onChange }: ControlProps) {
  const fen = asNumber(value);
  return (
    <InputNumber
      id={id}
      className="wide"
      min={0}
      precision={2}
      suffix={formText.yuan}
      value={fen === null ? null : fen / fenPerYuan}
      onChange={(yuan) => onChange(yuan === null ? undefined : Math.round(yuan * fenPerYuan))}
    />
  );
}

function Day({ id, field, value, onChange }: ControlProps) {
  const withTime = field.kind === 'datetime';
  return (
    <DatePicker
      id={id}
      className="wide"
      value={asDay(value)}
      showTime={withTime ? { format: 'HH:mm' } : false}
      onChange={(day) =>
        onChange(day === null ? undefined : withTime ? day.toISOString() : day.format('YYYY-MM-DD'))
      }
    />
  );
}

function Choice({ id, field, value, onChange }: ControlProps) {
  return (
    <Select
      id={id}
      className="wide"
      allowClear
      placeholder={formText.choose}
      showSearch={{ optionFilterProp: 'label' }}
      value={typeof value === 'string' ? value : null}
      options={field.choices.map(({ code, label }) => ({ value: code, label }))}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

function Choices({ id, field, value, onChange }: ControlProps) {
  return (
    <Select
      id={id}
      className="wide"
      mode="multiple"
      placeholder={formText.choose}
      showSearch={{ optionFilterProp: 'label' }}
      value={Array.isArray(value) ? value : []}
      options={field.choices.map(({ code, label }) => ({ value: code, label }))}
      onChange={(next) => onChange(next)}
    />
  );
}

function YesNo({ id, field, value, onChange }: ControlProps) {
  return (
    <Radio.Group
      id={id}
      aria-label={field.label}
      value={typeof value === 'boolean' ? value : null}
      onChange={(event) => onChange(event.target.value === true)}
      options={[
        { value: true, label: formText.yes },
        { value: false, label: formText.no },
      ]}
    />
  );
}

const controls: Record<MatterField['kind'], (props: ControlProps) => ReactNode> = {
  text: Line,
  place: Line,
  'long-text': LongLine,
  number: Amount,
  count: Amount,
  money: Money,
  date: Day,
  datetime: Day,
  choice: Choice,
  choices: Choices,
  'yes-no': YesNo,
};

interface OwnFieldsProps extends FormProps {
  fields: readonly MatterField[];
}

/** 事项要素: the leaf's own fields, drawn from the city's data. */
export function OwnFields({ form, patch, fields }: OwnFieldsProps) {
  const set = (code: string, value: Value | undefined) => {
    const { [code]: _, ...others } = form.fields;
    patch({ fields: value === undefined ? others : { ...others, [code]: value } });
  };
  return (
    <fieldset className="own-fields">
      <legend>{formText.fields}</legend>
      <div className="form-row">
        {fields.map((field) => {
          const Control = controls[field.kind];
          return (
            <Field
              key={field.code}
              label={field.label}
              needed={mustFill(field, form)}
              {...(field.help === '' ? {} : { help: field.help })}
            >
              {(id) => (
                <Control
                  id={id}
                  field={field}
                  value={form.fields[field.code]}
                  onChange={(value) => set(field.code, value)}
                />
              )}
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}
