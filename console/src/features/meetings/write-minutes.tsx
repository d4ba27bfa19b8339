import { meetings } from '@minsheng/contract';
import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { type PickedUnit, UnitPicker } from '../../ui/unit-picker.tsx';
import { staleMeetings, type Whole } from './meetings.queries.ts';
import { meetingsText } from './text.ts';

interface DecisionValues {
  words: string;
  unit: string;
  finishOn: Dayjs;
}

interface Values {
  record: string;
  decisions?: DecisionValues[];
}

const needed = [{ required: true, message: meetingsText.needed }];

function valuesOf({ minutes }: Whole): Partial<Values> {
  if (!minutes) return {};
  return {
    record: minutes.record,
    decisions: minutes.decisions.map(({ words, unit, finishOn }) => ({
      words,
      unit: unit.code,
      finishOn: dayjs(finishOn),
    })),
  };
}

/** 会议纪要: what was said, and what each unit does by when. */
export function WriteMinutes({ meeting }: { meeting: Whole }) {
  const act = useAct(meetings.writeMinutes, {
    done: meetingsText.writeDone,
    stale: staleMeetings,
    quiet: true,
  });
  const label = meeting.minutes ? meetingsText.rewrite : meetingsText.write;
  const only = meeting.agenda.length === 1 ? { agendaNo: 1 } : {};
  return (
    <FormButton
      label={label}
      {...(meeting.minutes ? {} : { kind: 'primary' as const })}
      act={act}
      initial={valuesOf(meeting)}
      input={({ record, decisions = [] }: Values) => ({
        meetingId: meeting.id,
        record,
        decisions: decisions.map(({ finishOn, ...one }) => ({
          ...one,
          ...only,
          finishOn: finishOn.format('YYYY-MM-DD'),
        })),
      })}
    >
      <Form.Item
        name="record"
        label={meetingsText.record}
        extra={meetingsText.recordHelp}
        rules={[{ required: true, whitespace: true, min: 10, message: meetingsText.needed }]}
      >
        <Input.TextArea rows={8} maxLength={20_000} />
      </Form.Item>
      <Decisions known={knownUnits(meeting)} />
    </FormButton>
  );
}

function knownUnits({ attendance, minutes }: Whole): PickedUnit[] {
  const units = [
    ...attendance.map(({ unit }) => unit),
    ...(minutes?.decisions ?? []).map(({ unit }) => unit),
  ];
  return units.filter((unit, at) => units.findIndex(({ code }) => code === unit.code) === at);
}

function Decisions({ known }: { known: readonly PickedUnit[] }) {
  return (
    <Form.List name="decisions">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="form-part gap-below">
              <legend>{meetingsText.decision(name + 1)}</legend>
              <Form.Item
                name={[name, 'words']}
                label={meetingsText.decisionWords}
                rules={[{ required: true, whitespace: true, min: 4, message: meetingsText.needed }]}
              >
                <Input.TextArea rows={2} maxLength={2000} />
              </Form.Item>
              <Form.Item name={[name, 'unit']} label={meetingsText.decisionUnit} rules={needed}>
                <UnitPicker known={known} offers="every-unit" />
              </Form.Item>
              <Form.Item name={[name, 'finishOn']} label={meetingsText.decisionOn} rules={needed}>
                <DatePicker className="wide" allowClear={false} />
              </Form.Item>
              <Button onClick={() => remove(name)}>{meetingsText.removeDecision}</Button>
            </fieldset>
          ))}
          <Button onClick={() => add()}>{meetingsText.addDecision}</Button>
        </>
      )}
    </Form.List>
  );
}
