import {
  type ConductGrade,
  type ConductGround,
  type ConductMeasure,
  conduct,
  conductGradeLabel,
  conductGrades,
  conductGroundLabel,
  conductGrounds,
  conductMeasureLabel,
  measuresOf,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { EarlierOrders } from '../../ui/conduct/earlier-orders.tsx';
import { conductText } from '../../ui/conduct/text.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { callerConductQuery } from './intake.queries.ts';

interface MarkForm {
  grade: ConductGrade;
  grounds: ConductGround;
  measure: ConductMeasure;
  words: string;
  looked?: boolean;
}

const needed = [{ required: true, message: conductText.needed }];

function Choices() {
  const grade: ConductGrade | undefined = Form.useWatch('grade');
  const measures = grade === undefined ? [] : measuresOf[grade];
  return (
    <>
      <Form.Item name="grade" label={conductText.grade} rules={needed}>
        <Select
          options={conductGrades.map((value) => ({ value, label: conductGradeLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="grounds" label={conductText.grounds} rules={needed}>
        <Select
          options={conductGrounds.map((value) => ({ value, label: conductGroundLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="measure" label={conductText.measure} rules={needed}>
        <Select
          disabled={grade === undefined}
          options={measures.map((value) => ({ value, label: conductMeasureLabel[value] }))}
        />
      </Form.Item>
    </>
  );
}

function Earlier({ callId }: { callId: string }) {
  const { data } = useQuery(callerConductQuery(callId));
  return data === undefined ? null : <EarlierOrders earlier={data.earlier} />;
}

/** 标记扰乱行为 of whoever is on the line. */
export function MarkCaller({ callId }: { callId: string }) {
  const [open, setOpen] = useState(false);
  const { message } = App.useApp();
  const act = useAct(conduct.askMark, {
    done: null,
    stale: ['conduct'],
    quiet: true,
    onDone: ({ state }) => {
      setOpen(false);
      if (state === 'over' || state === 'in-force' || state === 'asked')
        message.success(conductText.marked[state]);
    },
  });
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        {conductText.mark}
      </Button>
      <FormDrawer<MarkForm>
        title={conductText.mark}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ looked, ...form }) => act.mutate({ callId, ...form, looked: looked === true })}
      >
        <p className="gap-below soft">{conductText.help}</p>
        {open && <Earlier callId={callId} />}
        <Choices />
        <Form.Item
          name="words"
          label={conductText.words}
          rules={[{ required: true, whitespace: true, min: 4, message: conductText.wordsNeeded }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Form.Item name="looked" valuePropName="checked">
          <Checkbox>{conductText.looked}</Checkbox>
        </Form.Item>
      </FormDrawer>
    </>
  );
}
