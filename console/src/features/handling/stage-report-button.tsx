import { handling } from '@minsheng/contract';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { fullInstant } from '../../ui/format.ts';
import { staleAfterDuty } from './duty.queries.ts';
import { type DutyProps, keyOf } from './duty-view.ts';
import { actionText } from './text.ts';

interface StageReportForm {
  content: string;
  forRequester?: string;
}

/** 写阶段报告: how far a long order is; one sentence of it may go to the requester. */
export function StageReportButton({ duty }: DutyProps) {
  const [open, setOpen] = useState(false);
  const act = useAct(handling.writeStageReport, {
    done: actionText.stageReportDone,
    stale: staleAfterDuty,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{actionText.stageReport}</Button>
      <FormDrawer<StageReportForm>
        title={actionText.stageReport}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ content, forRequester }) =>
          act.mutate({ ...keyOf(duty), content, forRequester: forRequester ?? '' })
        }
      >
        {duty.stageReportDueAt !== null && (
          <p className="gap-below soft">
            {actionText.stageReportHelp(fullInstant(duty.stageReportDueAt))}
          </p>
        )}
        <Form.Item
          name="content"
          label={actionText.stageReportContent}
          rules={[
            { required: true, whitespace: true, min: 4, message: actionText.stageReportNeeded },
          ]}
        >
          <Input.TextArea rows={5} autoFocus maxLength={1000} showCount />
        </Form.Item>
        <Form.Item
          name="forRequester"
          label={actionText.stageReportTell}
          extra={actionText.stageReportTellHelp}
        >
          <Input.TextArea rows={3} maxLength={200} showCount />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
