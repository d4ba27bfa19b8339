import { problems } from '@minsheng/contract';
import { Button, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { nowMs } from '../../shell/browser-clock.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { SeveralMatters } from '../../ui/several-matters.tsx';
import { MatterScope, type Wanted } from './matter-scope.tsx';
import { type Runs, staleProblems } from './problems.queries.ts';
import { problemsText } from './text.ts';

interface Values {
  from: Dayjs;
  to: Dayjs;
  area?: string | null;
  matter?: Wanted | null;
  without?: readonly Wanted[];
}

const day = (value: Dayjs): string => value.format('YYYY-MM-DD');
const usualDays = 30;
const dayNeeded = [{ required: true, message: problemsText.dayNeeded }];

interface AskRunProps {
  runs: Runs;
  onAsked: (runId: string) => void;
}

/** 开始归集: which days, where, about what. */
export function AskRun({ runs, onAsked }: AskRunProps) {
  const [open, setOpen] = useState(false);
  const act = useAct(problems.askRun, {
    done: problemsText.asked,
    stale: staleProblems,
    quiet: true,
    onDone: ({ id }) => {
      setOpen(false);
      onAsked(id);
    },
  });
  const today = dayjs(nowMs());
  const send = ({ from, to, area, matter, without }: Values) =>
    act.mutate({
      from: day(from),
      to: day(to),
      ...(area ? { area } : {}),
      ...(matter ? { matter: matter.code } : {}),
      without: (without ?? []).map(({ code }) => code),
    });
  return (
    <>
      <Button type="primary" disabled={!runs.can.ask} onClick={() => setOpen(true)}>
        {problemsText.ask}
      </Button>
      <FormDrawer<Values>
        title={problemsText.ask}
        submitLabel={problemsText.ask}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        initial={{ from: today.subtract(usualDays - 1, 'day'), to: today }}
        onSubmit={send}
      >
        <p className="gap-below soft">{problemsText.askHelp(runs.mostMessages, runs.mostDays)}</p>
        <Form.Item name="from" label={problemsText.from} rules={dayNeeded}>
          <DatePicker className="wide" allowClear={false} />
        </Form.Item>
        <Form.Item name="to" label={problemsText.to} rules={dayNeeded}>
          <DatePicker className="wide" allowClear={false} />
        </Form.Item>
        <Form.Item name="area" label={problemsText.area}>
          <AreaPicker />
        </Form.Item>
        <Form.Item name="matter" label={problemsText.matter}>
          <MatterScope />
        </Form.Item>
        <Form.Item name="without" label={problemsText.without}>
          <SeveralMatters />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
