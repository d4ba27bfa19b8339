import { autoDispatch } from '@minsheng/contract';
import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import type { AutoPage, MatterRow } from './auto-dispatch.queries.ts';
import { autoText } from './text.ts';

const stale = ['auto-dispatch'];

function Reason() {
  return (
    <Form.Item
      name="reason"
      label={autoText.reason}
      rules={[{ required: true, whitespace: true, min: 2, message: autoText.reasonNeeded }]}
    >
      <Input.TextArea rows={3} maxLength={300} />
    </Form.Item>
  );
}

interface PercentProps {
  name: string;
  label: string;
  help?: string;
  needed: boolean;
}

function Percent({ name, label, help, needed }: PercentProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: needed, message: help ?? label }]}
      {...(help === undefined ? {} : { extra: help })}
    >
      <InputNumber min={90} max={100} step={0.5} precision={1} className="wide" />
    </Form.Item>
  );
}

const toPermille = (percent: number): number => Math.round(percent * 10);

interface BarForm {
  bar: number;
  sure: number;
  reason: string;
}

/** 门槛: raised by whoever may stop, lowered by the director; the server says so. */
export function ChangeBar({ page }: { page: AutoPage }) {
  const [open, setOpen] = useState(false);
  const act = useAct(autoDispatch.setBar, {
    done: autoText.changedBar,
    stale,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{autoText.changeBar}</Button>
      <FormDrawer<BarForm>
        title={autoText.changeBar}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        initial={{ bar: page.barPermille / 10, sure: page.surePermille / 10 }}
        onSubmit={({ bar, sure, reason }) =>
          act.mutate({ barPermille: toPermille(bar), surePermille: toPermille(sure), reason })
        }
      >
        <Percent name="bar" label={autoText.barLabel} help={autoText.barHelp} needed />
        <Percent name="sure" label={autoText.sureLabel} help={autoText.sureHelp} needed />
        <Reason />
      </FormDrawer>
    </>
  );
}

interface MatterForm {
  isOff: boolean;
  bar: number | null;
  reason: string;
}

/** 事项设置. */
export function ChangeMatter({ row }: { row: MatterRow }) {
  const [open, setOpen] = useState(false);
  const act = useAct(autoDispatch.setMatter, {
    done: autoText.saved,
    stale,
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button size="small" aria-label={autoText.setOf(row.name)} onClick={() => setOpen(true)}>
        {autoText.set}
      </Button>
      <FormDrawer<MatterForm>
        title={autoText.setOf(row.name)}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        initial={{ isOff: row.isOff, bar: row.ownBar === null ? null : row.ownBar / 10 }}
        onSubmit={({ isOff, bar, reason }) =>
          act.mutate({
            matter: row.matterCode,
            isOff,
            barPermille: bar === null ? null : toPermille(bar),
            reason,
          })
        }
      >
        <Form.Item name="isOff" label={autoText.isOff}>
          <Radio.Group
            options={[
              { value: false, label: autoText.allow },
              { value: true, label: autoText.stop },
            ]}
          />
        </Form.Item>
        <Percent name="bar" label={autoText.ownBarLabel} needed={false} />
        <Reason />
      </FormDrawer>
    </>
  );
}
