import {
  type ProblemDismissal,
  problemDismissalLabel,
  problemDismissals,
  problems,
} from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { staleProblems, type Whole } from './problems.queries.ts';
import { problemsText } from './text.ts';

function Dismiss({ problemId }: { problemId: string }) {
  const [open, setOpen] = useState(false);
  const act = useAct(problems.dismissProblem, {
    done: problemsText.dismissed,
    stale: staleProblems,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{problemsText.dismiss}</Button>
      <FormDrawer<{ dismissedAs: ProblemDismissal; note?: string }>
        title={problemsText.dismiss}
        submitLabel={problemsText.dismiss}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ dismissedAs, note }) =>
          act.mutate({ problemId, dismissedAs, note: note ?? '' })
        }
      >
        <p className="gap-below soft">{problemsText.dismissHelp}</p>
        <Form.Item
          name="dismissedAs"
          label={problemsText.dismissedAs}
          rules={[{ required: true, message: problemsText.dismissedAsNeeded }]}
        >
          <Select
            options={problemDismissals.map((value) => ({
              value,
              label: problemDismissalLabel[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="note" label={problemsText.note}>
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

function Accept({ problemId }: { problemId: string }) {
  const { message } = App.useApp();
  const act = useAct(problems.acceptProblem, {
    done: null,
    stale: [...staleProblems, 'issue', 'orders'],
    onDone: ({ moved, left }) => message.success(problemsText.accepted(moved, left)),
  });
  return (
    <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ problemId })}>
      {problemsText.accept}
    </Button>
  );
}

function Reopen({ problemId }: { problemId: string }) {
  const act = useAct(problems.reopenProblem, {
    done: problemsText.reopened,
    stale: staleProblems,
  });
  return (
    <Button loading={act.isPending} onClick={() => act.mutate({ problemId })}>
      {problemsText.reopen}
    </Button>
  );
}

/** What a person may say of it now. */
export function SettleProblem({ problem }: { problem: Whole }) {
  const { id: problemId, can, issueId } = problem;
  return (
    <>
      <div className="inline gap-below">
        {can.settle && <Accept problemId={problemId} />}
        {can.settle && <Dismiss problemId={problemId} />}
        {can.reopen && <Reopen problemId={problemId} />}
        {issueId !== null && (
          <Link to="/issues/$issueId" params={{ issueId }}>
            {problemsText.openIssue}
          </Link>
        )}
      </div>
      {can.settle && <p className="soft">{problemsText.acceptHelp}</p>}
    </>
  );
}
