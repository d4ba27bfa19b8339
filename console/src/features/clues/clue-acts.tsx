import { clueResultLabel, clues } from '@minsheng/contract';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { type Clue, staleClues } from './clues.queries.ts';
import { FactFields, type FactValues } from './fact-fields.tsx';
import { cluesText, clueText as words } from './text.ts';

const quietly = (done: string) => ({ done, stale: staleClues, quiet: true });
const needed = [{ required: true, message: cluesText.needed }];

/** What this person may do with the clue now. */
export function ClueActs({ clue }: { clue: Clue }) {
  const { can } = clue;
  return (
    <div className="clue-acts no-print">
      {can.sign && <Sign clueId={clue.id} />}
      {can.send && <Send clue={clue} />}
      {can.change && <Change clue={clue} />}
      {can.recall && <Recall clueId={clue.id} />}
      {can.close && <Close clueId={clue.id} />}
    </div>
  );
}

function Sign({ clueId }: { clueId: string }) {
  const act = useAct(clues.signPack, { done: words.signed, stale: staleClues });
  return (
    <ConfirmButton
      label={words.sign}
      help={words.signHelp}
      isPending={act.isPending}
      onSure={() => act.mutate({ clueId })}
    />
  );
}

function Send({ clue }: { clue: Clue }) {
  const act = useAct(clues.sendClue, quietly(words.sent));
  const suggested = clue.suggestedUnit;
  return (
    <FormButton
      label={words.send}
      kind="primary"
      act={act}
      help={words.sendHelp}
      {...(suggested ? { initial: { unit: suggested.code } } : {})}
      input={({ unit }: { unit: string }) => ({ clueId: clue.id, unit })}
    >
      <Form.Item name="unit" label={words.sendUnit} rules={needed}>
        <UnitPicker {...(suggested ? { known: [suggested] } : {})} />
      </Form.Item>
    </FormButton>
  );
}

function Change({ clue }: { clue: Clue }) {
  const act = useAct(clues.changePack, quietly(words.changed));
  const { kind, subject, place, areaCode, facts, point } = clue;
  return (
    <FormButton<FactValues, Parameters<typeof act.mutate>[0], unknown>
      label={words.change}
      act={act}
      initial={{ kind, subject, place, areaCode, facts }}
      input={(values) => ({ clueId: clue.id, ...values, point })}
    >
      <FactFields />
    </FormButton>
  );
}

function Recall({ clueId }: { clueId: string }) {
  const act = useAct(clues.recallClue, quietly(words.recalled));
  return (
    <ReasonButton
      label={words.recall}
      fieldLabel={words.recallWords}
      help={words.recallHelp}
      needed
      least={4}
      danger
      act={act}
      input={(said) => ({ clueId, words: said })}
    />
  );
}

const closings = ['not-taken', 'no-clue'] as const;

function Close({ clueId }: { clueId: string }) {
  const act = useAct(clues.closeClue, quietly(words.closed));
  return (
    <FormButton
      label={words.close}
      kind="danger"
      act={act}
      input={(values: { result: (typeof closings)[number]; said: string }) => ({
        clueId,
        result: values.result,
        words: values.said,
      })}
    >
      <Form.Item name="result" label={words.closeAs} rules={needed}>
        <Select options={closings.map((value) => ({ value, label: clueResultLabel[value] }))} />
      </Form.Item>
      <Form.Item
        name="said"
        label={words.closeWords}
        rules={[{ required: true, whitespace: true, min: 4, message: cluesText.neededWords }]}
      >
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}
