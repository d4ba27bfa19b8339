import { Input } from 'antd';
import { Field } from '../../ui/field.tsx';
import { ReadersPicker } from '../../ui/readers-picker.tsx';
import { type PickedUnit, UnitPicker, UnitsPicker } from '../../ui/unit-picker.tsx';
import { chosenUnits, type SendForm } from './send-form.ts';
import { dispatchText } from './text.ts';

export interface SendPartProps {
  form: SendForm;
  onChange: (part: Partial<SendForm>) => void;
}

/** 发给单位的文字, put right where it names somebody. */
export function Words({ form, onChange }: SendPartProps) {
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

/** 主办、协办、联动、抄送. */
export function Units({ form, onChange, known }: SendPartProps & { known: PickedUnit[] }) {
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

/** 专人专办: who alone reads it in each unit; where nobody is named its leader is asked to. */
export function Readers({ form, onChange, known }: SendPartProps & { known: PickedUnit[] }) {
  const nameOf = (code: string) => known.find((unit) => unit.code === code)?.name ?? code;
  return (
    <fieldset className="send-readers">
      <legend>{dispatchText.readers}</legend>
      <p className="soft">{dispatchText.readersHelp}</p>
      {chosenUnits(form).map((code) => (
        <div key={code}>
          <strong>{nameOf(code)}</strong>
          <ReadersPicker
            unitCode={code}
            value={form.readers[code] ?? []}
            onChange={(ids) => onChange({ readers: { ...form.readers, [code]: ids } })}
          />
        </div>
      ))}
    </fieldset>
  );
}
