import { intakeResultLabel, intakeResults } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { Field } from '../../ui/field.tsx';
import { dispositionsQuery } from './intake.queries.ts';
import { is110 } from './intake-body.ts';
import type { FormProps } from './intake-form.ts';
import { resultText } from './text.ts';
import { Transfer110 } from './transfer-110.tsx';

function AnswerPart({ form, patch }: FormProps) {
  return (
    <>
      {form.knowledgeCode !== null && (
        <p className="inline gap-below">
          {resultText.cited(form.knowledgeTitle)}
          <Button size="small" onClick={() => patch({ knowledgeCode: null, knowledgeTitle: '' })}>
            {resultText.uncite}
          </Button>
        </p>
      )}
      <Field label={resultText.answer} needed={form.knowledgeCode === null}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={form.answer}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={3000}
            onChange={(event) => patch({ answer: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** 分类告知: the code, the words to read, and the reason kept. */
function DisposePart({ form, patch }: FormProps) {
  const { data } = useQuery(dispositionsQuery);
  const chosen = data?.rows.find((row) => row.code === form.dispositionCode);
  return (
    <>
      <Field label={resultText.disposition} needed>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={form.dispositionCode}
            options={(data?.rows ?? []).map((row) => ({
              value: row.code,
              label: `${row.code} ${row.name}`,
            }))}
            onChange={(dispositionCode) => patch({ dispositionCode })}
          />
        )}
      </Field>
      {chosen !== undefined && (
        <div className="questions">
          <h3>{resultText.read}</h3>
          <p className="words">{chosen.words}</p>
          <p className="soft">
            {resultText.tellChannel}:{chosen.channel}
          </p>
        </div>
      )}
      <Field label={resultText.dispositionReason} needed>
        {(id) => (
          <Input
            id={id}
            value={form.dispositionReason}
            maxLength={500}
            onChange={(event) => patch({ dispositionReason: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function TransferPart({ form, patch }: FormProps) {
  return (
    <>
      <Field label={resultText.transferTo} needed>
        {(id) => (
          <Input
            id={id}
            value={form.transferTo}
            maxLength={60}
            onChange={(event) => patch({ transferTo: event.target.value })}
          />
        )}
      </Field>
      {is110(form.transferTo) && <Transfer110 form={form} patch={patch} />}
      <Checkbox
        className="gap-below"
        checked={form.awaitsFeedback}
        onChange={(event) => patch({ awaitsFeedback: event.target.checked })}
      >
        {resultText.awaitsFeedback}
      </Checkbox>
    </>
  );
}

/** 处理方式: dispatch, answer, tell elsewhere, or transfer. */
export function ResultPart({ form, patch }: FormProps) {
  return (
    <fieldset className="own-fields">
      <legend>{resultText.title}</legend>
      <Radio.Group
        className="gap-below"
        optionType="button"
        buttonStyle="solid"
        aria-label={resultText.title}
        value={form.result}
        onChange={(event) => patch({ result: event.target.value })}
        options={intakeResults.map((value) => ({ value, label: intakeResultLabel[value] }))}
      />
      <p className="field-help gap-below">{resultText.help[form.result]}</p>
      {form.result === 'answer' && <AnswerPart form={form} patch={patch} />}
      {form.result === 'dispose' && <DisposePart form={form} patch={patch} />}
      {form.result === 'transfer' && <TransferPart form={form} patch={patch} />}
    </fieldset>
  );
}
