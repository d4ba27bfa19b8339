import { tasks } from '@minsheng/contract';
import { Button, DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FileUpload, type KeptFile } from '../../ui/file-upload.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { LimitFields, type LimitValues, limitOf } from './limit-fields.tsx';
import { staleTasks, type Whole } from './tasks.queries.ts';
import { tasksText } from './text.ts';

interface Props {
  task: Whole;
}

const quietly = (done: string) => ({ done, stale: staleTasks, quiet: true });
const neededWords = [{ required: true, whitespace: true, min: 4, message: tasksText.needed }];

/** What this person may do with the task now. */
export function TaskActs({ task }: Props) {
  const { can } = task;
  return (
    <span className="inline no-print">
      {can.accept && <Accept task={task} />}
      {can.claim && <Claim task={task} />}
      {can.askForTime && <AskForTime task={task} />}
      {can.judge && <Judge task={task} />}
      {can.decideOnTime && <DecideOnTime task={task} />}
      {can.withdraw && <Withdraw task={task} />}
      <Button onClick={() => window.print()}>{tasksText.print}</Button>
    </span>
  );
}

function Accept({ task }: Props) {
  const act = useAct(tasks.acceptTask, { done: tasksText.acceptDone, stale: staleTasks });
  return (
    <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ taskId: task.id })}>
      {tasksText.accept}
    </Button>
  );
}

function Claim({ task }: Props) {
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const act = useAct(tasks.claimDone, quietly(tasksText.claimDone));
  return (
    <FormButton
      label={tasksText.claim}
      kind="primary"
      act={act}
      input={({ words }: { words: string }) => ({
        taskId: task.id,
        words,
        fileIds: files.map(({ id }) => id),
      })}
    >
      <Form.Item
        name="words"
        label={tasksText.claimWords}
        extra={tasksText.claimHelp}
        rules={neededWords}
      >
        <Input.TextArea rows={5} maxLength={2000} autoFocus />
      </Form.Item>
      <FileUpload
        orderId={null}
        purpose="evidence"
        files={files}
        onChange={setFiles}
        label={tasksText.claimFiles}
      />
    </FormButton>
  );
}

function AskForTime({ task }: Props) {
  const act = useAct(tasks.askForTime, quietly(tasksText.askDone));
  return (
    <FormButton
      label={tasksText.askForTime}
      help={tasksText.askHelp}
      act={act}
      input={({ until, reason }: { until: Dayjs; reason: string }) => ({
        taskId: task.id,
        reason,
        until: until.format('YYYY-MM-DD'),
      })}
    >
      <Form.Item
        name="until"
        label={tasksText.askUntil}
        rules={[{ required: true, message: tasksText.needed }]}
      >
        <DatePicker className="wide" allowClear={false} />
      </Form.Item>
      <Form.Item name="reason" label={tasksText.extension} rules={neededWords}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}

function Judge({ task }: Props) {
  const confirm = useAct(tasks.judgeClaim, { done: tasksText.confirmDone, stale: staleTasks });
  const back = useAct(tasks.judgeClaim, quietly(tasksText.sendBackDone));
  return (
    <>
      <Button
        type="primary"
        loading={confirm.isPending}
        onClick={() => confirm.mutate({ taskId: task.id, confirmed: true, reason: '' })}
      >
        {tasksText.confirm}
      </Button>
      <FormButton
        label={tasksText.sendBack}
        act={back}
        input={({ reason, ...more }: LimitValues & { reason: string }) => {
          const limit = limitOf(more);
          return { taskId: task.id, confirmed: false, reason, ...(limit ? { limit } : {}) };
        }}
      >
        <Form.Item name="reason" label={tasksText.sendBackWhy} rules={neededWords}>
          <Input.TextArea rows={4} maxLength={500} autoFocus />
        </Form.Item>
        <LimitFields needed={false} help={tasksText.sendBackHelp} />
      </FormButton>
    </>
  );
}

function DecideOnTime({ task }: Props) {
  const grant = useAct(tasks.decideOnTime, { done: tasksText.granted, stale: staleTasks });
  const refuse = useAct(tasks.decideOnTime, quietly(tasksText.refused));
  return (
    <>
      <Button
        type="primary"
        loading={grant.isPending}
        onClick={() => grant.mutate({ taskId: task.id, granted: true, reason: '' })}
      >
        {tasksText.grant}
      </Button>
      <ReasonButton
        label={tasksText.refuse}
        needed
        act={refuse}
        input={(reason) => ({ taskId: task.id, granted: false, reason })}
      />
    </>
  );
}

function Withdraw({ task }: Props) {
  const act = useAct(tasks.withdrawTask, quietly(tasksText.withdrawDone));
  return (
    <ReasonButton
      label={tasksText.withdraw}
      needed
      least={4}
      danger
      act={act}
      input={(reason) => ({ taskId: task.id, reason })}
    />
  );
}
