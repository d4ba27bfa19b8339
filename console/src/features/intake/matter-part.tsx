import { appealTypeLabel, appealTypes } from '@minsheng/contract';
import { Radio } from 'antd';
import { Field } from '../../ui/field.tsx';
import { MatterPicker } from '../../ui/matter-picker.tsx';
import type { MatterDetail } from './intake-body.ts';
import { type FormProps, typeChosen } from './intake-form.ts';
import { OwnFields } from './own-fields.tsx';
import { MatterSuggestions } from './suggestions.tsx';
import { formText } from './text.ts';

interface MatterPartProps extends FormProps {
  matter: MatterDetail | undefined;
}

function TypeChoice({ form, patch }: FormProps) {
  return (
    <fieldset className="choice">
      <legend>
        {formText.type}
        <i aria-hidden="true"> *</i>
      </legend>
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        value={form.type}
        onChange={(event) => patch(typeChosen(form, event.target.value))}
        options={appealTypes.map((value) => ({
          value,
          label: appealTypeLabel[value],
          title: formText.typeQuestions[value],
        }))}
      />
      {form.type !== null && <p className="field-help">{formText.typeQuestions[form.type]}</p>}
    </fieldset>
  );
}

/** 事项: the leaf brings its own questions and fields. */
export function MatterPart({ form, patch, matter }: MatterPartProps) {
  return (
    <>
      <Field label={formText.matter} needed>
        {(id) => (
          <MatterPicker
            id={id}
            value={form.matterCode}
            onChange={(matterCode, chosen) =>
              patch({
                matterCode,
                ...(form.type === null && chosen !== null ? { type: chosen.type } : {}),
              })
            }
          />
        )}
      </Field>
      <MatterSuggestions form={form} patch={patch} />
      <TypeChoice form={form} patch={patch} />
      {matter !== undefined && matter.questions.length > 0 && (
        <div className="questions">
          <h3>{formText.questions}</h3>
          <ol>
            {matter.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </div>
      )}
      {matter !== undefined && matter.fields.length > 0 && (
        <OwnFields form={form} patch={patch} fields={matter.fields} />
      )}
    </>
  );
}
