import { checkOutcomeLabel, checkOutcomes, clueUnits } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { UnitsPicker } from '../../ui/unit-picker.tsx';
import { checklistsQuery, type Received, staleClues } from './clues.queries.ts';
import { cluesText, receivedText as words } from './text.ts';

const quietly = (done: string) => ({ done, stale: staleClues, quiet: true });
const needed = [{ required: true, message: cluesText.needed }];
const neededWords = [{ required: true, whitespace: true, min: 4, message: cluesText.neededWords }];

/** What the unit may do with the clue now. */
export function ReceivedActs({ clue: { id: clueId, can, place } }: { clue: Received }) {
  return (
    <div className="clue-acts no-print">
      {can.receipt && <Receipt clueId={clueId} />}
      {can.answer && <Answer clueId={clueId} />}
      {can.plan && <Plan clueId={clueId} place={place} />}
      {can.settle && <Settle clueId={clueId} />}
    </div>
  );
}

function Receipt({ clueId }: { clueId: string }) {
  const act = useAct(clueUnits.receiptClue, { done: words.receipted, stale: staleClues });
  return (
    <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ clueId })}>
      {words.receipt}
    </Button>
  );
}

function Answer({ clueId }: { clueId: string }) {
  const yes = useAct(clueUnits.answerClue, { done: words.acceptDone, stale: staleClues });
  const no = useAct(clueUnits.answerClue, quietly(words.declineDone));
  return (
    <>
      <Button
        loading={yes.isPending}
        onClick={() => yes.mutate({ clueId, accepted: true, words: '' })}
      >
        {words.accept}
      </Button>
      <ReasonButton
        label={words.decline}
        fieldLabel={words.declineWords}
        needed
        least={4}
        danger
        act={no}
        input={(said) => ({ clueId, accepted: false, words: said })}
      />
    </>
  );
}

interface Planned {
  units?: string[];
  on: Dayjs;
  place: string;
  checklist: string;
}

function Plan({ clueId, place }: { clueId: string; place: string }) {
  const lists = useQuery(checklistsQuery);
  const act = useAct(clueUnits.planCheck, quietly(words.planned));
  return (
    <FormButton<Planned, Parameters<typeof act.mutate>[0], unknown>
      label={words.plan}
      act={act}
      initial={{ place, checklist: 'violation' }}
      input={({ units = [], on, ...rest }) => ({
        ...{ clueId, units, ...rest },
        on: on.format('YYYY-MM-DD'),
      })}
    >
      <Form.Item name="on" label={words.planOn} rules={needed}>
        <DatePicker className="wide" allowClear={false} />
      </Form.Item>
      <Form.Item name="place" label={words.planPlace} rules={needed}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="units" label={words.planUnits} extra={words.planUnitsHelp}>
        <UnitsPicker />
      </Form.Item>
      <Form.Item name="checklist" label={words.planList} rules={needed}>
        <Select
          options={(lists.data?.rows ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
    </FormButton>
  );
}

interface Reported {
  outcome: (typeof checkOutcomes)[number];
  findings: string;
  caseNo?: string;
  penalty?: number | null;
}

/** 检查结果 of one place. */
export function ReportCheck({ clueId, checkId }: { clueId: string; checkId: string }) {
  const act = useAct(clueUnits.reportCheck, quietly(words.reported));
  return (
    <FormButton<Reported, Parameters<typeof act.mutate>[0], unknown>
      label={words.report}
      act={act}
      input={({ outcome, findings, caseNo, penalty }) => ({
        ...{ clueId, checkId, outcome, findings },
        ...(caseNo ? { caseNo } : {}),
        ...(typeof penalty === 'number' ? { penaltyFen: Math.round(penalty * 100) } : {}),
      })}
    >
      <Form.Item name="outcome" label={words.outcome} rules={needed}>
        <Select
          options={checkOutcomes.map((value) => ({ value, label: checkOutcomeLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="findings" label={words.findings} rules={neededWords}>
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
      <Form.Item name="caseNo" label={words.caseNo}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="penalty" label={words.penalty}>
        <InputNumber className="wide" min={0} max={100_000_000} precision={2} />
      </Form.Item>
    </FormButton>
  );
}

function Settle({ clueId }: { clueId: string }) {
  const act = useAct(clueUnits.settleClue, quietly(words.settled));
  return (
    <ReasonButton
      label={words.settle}
      fieldLabel={words.settleWords}
      help={words.settleHelp}
      needed
      least={4}
      primary
      act={act}
      input={(said) => ({ clueId, words: said })}
    />
  );
}
