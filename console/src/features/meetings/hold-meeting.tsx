import { attendanceLabel, meetings } from '@minsheng/contract';
import { Form, Input, Radio } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
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
  const act = useAct(meetings.holdMeeting, {
    done: meetingsText.holdDone,
    stale: staleMeetings,
    quiet: true,
  });
  const initial: Values = {
    attendance: meeting.attendance.map(({ unit, who }) => ({ unit: unit.code, came: 'came', who })),
  };
  return (
    <FormButton
      label={meetingsText.hold}
      kind="primary"
      help={meetingsText.holdHelp}
      act={act}
      initial={initial}
      input={({ attendance }: Values) => ({
        meetingId: meeting.id,
        attendance: attendance.map(({ unit, came, who = '', reason = '' }) => ({
          unit,
          came,
          who,
          reason,
        })),
      })}
    >
      <Form.List name="attendance">
        {(fields) =>
          fields.map(({ key, name }) => (
            <OneUnit key={key} name={name} unitName={meeting.attendance[name]?.unit.name ?? ''} />
          ))
        }
      </Form.List>
    </FormButton>
  );
}

function OneUnit({ name, unitName }: { name: number; unitName: string }) {
  const came = Form.useWatch(['attendance', name, 'came']);
  return (
    <fieldset className="form-part gap-below">
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
