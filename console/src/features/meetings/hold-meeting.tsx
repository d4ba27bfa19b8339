import { attendanceLabel, meetings } from '@minsheng/contract';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { staleMeetings, type Whole } from './meetings.queries.ts';
import { meetingsText } from './text.ts';

const kinds = ['came', 'late', 'absent'] as const;

interface Came {
  unit: string;
  came: (typeof kinds)[number];
  who?: string;
  reason?: string;
}

interface Values {
  attendance: Came[];
}

const options = kinds.map((value) => ({ value, label: attendanceLabel[value] }));

/** 登记到会, unit by unit. */
export function HoldMeeting({ meeting }: { meeting: Whole }) {
  const [open, setOpen] = useState(false);
  const act = useAct(meetings.holdMeeting, {
    done: meetingsText.holdDone,
    stale: staleMeetings,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const initial: Values = {
    attendance: meeting.attendance.map(({ unit, who }) => ({ unit: unit.code, came: 'came', who })),
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {meetingsText.hold}
      </Button>
      <FormDrawer<Values>
        title={meetingsText.hold}
        submitLabel={meetingsText.hold}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        initial={initial}
        onSubmit={({ attendance }) =>
          act.mutate({
            meetingId: meeting.id,
            attendance: attendance.map(({ unit, came, who = '', reason = '' }) => ({
              unit,
              came,
              who,
              reason,
            })),
          })
        }
      >
        <p className="gap-below soft">{meetingsText.holdHelp}</p>
        <Form.List name="attendance">
          {(fields) =>
            fields.map(({ key, name }) => (
              <OneUnit key={key} name={name} unitName={meeting.attendance[name]?.unit.name ?? ''} />
            ))
          }
        </Form.List>
      </FormDrawer>
    </>
  );
}

function OneUnit({ name, unitName }: { name: number; unitName: string }) {
  const came = Form.useWatch(['attendance', name, 'came']);
  return (
    <fieldset className="gap-below">
      <legend>{unitName}</legend>
      <Form.Item name={[name, 'unit']} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[name, 'came']}>
        <Radio.Group options={options} aria-label={unitName} />
      </Form.Item>
      {came === 'absent' ? (
        <Form.Item name={[name, 'reason']} label={meetingsText.why}>
          <Input maxLength={300} />
        </Form.Item>
      ) : (
        <Form.Item name={[name, 'who']} label={meetingsText.who}>
          <Input maxLength={60} />
        </Form.Item>
      )}
    </fieldset>
  );
}
