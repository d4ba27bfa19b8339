import { Input } from 'antd';
import { Field } from '../../ui/field.tsx';
import type { FormProps } from './intake-form.ts';
import { formText } from './text.ts';
import { UrgencyPart } from './urgency-part.tsx';

export const contentId = 'intake-content';

/** 诉求内容 first: everything else can be worked out from it. */
export function WordsPart({ form, patch }: FormProps) {
  return (
    <>
      <div className="field">
        <label htmlFor={contentId}>
          {formText.content}
          <i aria-hidden="true"> *</i>
        </label>
        <Input.TextArea
          id={contentId}
          value={form.content}
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={5000}
          placeholder={formText.contentHelp}
          onChange={(event) => patch({ content: event.target.value })}
        />
      </div>
      <UrgencyPart form={form} patch={patch} />
      <div className="form-row">
        <Field label={formText.demand}>
          {(id) => (
            <Input
              id={id}
              value={form.demand}
              maxLength={1000}
              onChange={(event) => patch({ demand: event.target.value })}
            />
          )}
        </Field>
        <Field label={formText.shortTitle}>
          {(id) => (
            <Input
              id={id}
              value={form.title}
              maxLength={60}
              onChange={(event) => patch({ title: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
