import {
  requesterKindLabel,
  requesterKinds,
  type SecrecyLevel,
  secrecyLabel,
  secrecyLevels,
} from '@minsheng/contract';
import { Checkbox, Input, Radio, Select } from 'antd';
import { Field } from '../../ui/field.tsx';
import { type FormProps, type IntakeForm, tagCodes } from './intake-form.ts';
import { formText } from './text.ts';

type TextName = 'name' | 'phone' | 'otherPhone' | 'companyName' | 'language';

interface LineProps extends FormProps {
  name: TextName;
  label: string;
  hint?: string;
}

function Line({ form, patch, name, label, hint }: LineProps) {
  const isPhone = name === 'phone' || name === 'otherPhone';
  return (
    <Field label={label}>
      {(id) => (
        <Input
          id={id}
          value={form[name]}
          autoComplete="off"
          {...(isPhone ? { inputMode: 'tel' as const } : {})}
          {...(hint === undefined ? {} : { placeholder: hint })}
          onChange={(event) => patch({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}

function SecrecyChoice({ form, patch }: FormProps) {
  // 匿名 is a level and a mark: both come, and both go.
  const choose = (secrecy: SecrecyLevel): Partial<IntakeForm> => {
    if (secrecy === 2) return { secrecy, anonymous: true };
    return form.secrecy === 2 ? { secrecy, anonymous: false } : { secrecy };
  };
  return (
    <fieldset className="choice">
      <legend>{formText.secrecy}</legend>
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        value={form.secrecy}
        onChange={(event) => patch(choose(event.target.value))}
        options={secrecyLevels.map((value) => ({ value, label: secrecyLabel[value] }))}
      />
      <p className="field-help">{formText.secrecyHelp[form.secrecy]}</p>
    </fieldset>
  );
}

function Flags({ form, patch }: FormProps) {
  return (
    <div className="inline gap-below">
      <Checkbox checked={form.isSelf} onChange={(e) => patch({ isSelf: e.target.checked })}>
        {formText.isSelf}
      </Checkbox>
      <Checkbox checked={form.anonymous} onChange={(e) => patch({ anonymous: e.target.checked })}>
        {formText.anonymous}
      </Checkbox>
      <Checkbox checked={form.needsReply} onChange={(e) => patch({ needsReply: e.target.checked })}>
        {formText.needsReply}
      </Checkbox>
      <Checkbox
        checked={form.needsCallBack}
        onChange={(e) => patch({ needsCallBack: e.target.checked })}
      >
        {formText.needsCallBack}
      </Checkbox>
    </div>
  );
}

/** 诉求人: kept apart from the order, encrypted. */
export function PersonPart({ form, patch }: FormProps) {
  return (
    <fieldset className="own-fields">
      <legend>{formText.person}</legend>
      <div className="form-row">
        <Line form={form} patch={patch} name="name" label={formText.name} />
        <Line
          form={form}
          patch={patch}
          name="phone"
          label={formText.phone}
          {...(form.callId === null ? {} : { hint: formText.phoneFromCall })}
        />
      </div>
      <Flags form={form} patch={patch} />
      <SecrecyChoice form={form} patch={patch} />
      <details>
        <summary>{formText.more}</summary>
        <div className="form-row">
          <Line form={form} patch={patch} name="otherPhone" label={formText.otherPhone} />
          <Line form={form} patch={patch} name="language" label={formText.language} />
          <Field label={formText.kind}>
            {(id) => (
              <Select
                id={id}
                value={form.kind}
                options={requesterKinds.map((value) => ({
                  value,
                  label: requesterKindLabel[value],
                }))}
                onChange={(kind) => patch({ kind })}
              />
            )}
          </Field>
          {form.kind !== 'person' && (
            <Line form={form} patch={patch} name="companyName" label={formText.company} />
          )}
          <Field label={formText.tags}>
            {(id) => (
              <Select
                id={id}
                mode="multiple"
                value={form.tags}
                options={tagCodes.map((value) => ({ value, label: formText.tagWords[value] }))}
                onChange={(tags) => patch({ tags })}
              />
            )}
          </Field>
        </div>
      </details>
    </fieldset>
  );
}
