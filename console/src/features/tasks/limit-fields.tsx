import type { InputOf, tasks } from '@minsheng/contract';
import { DatePicker, Form, TimePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { tasksText } from './text.ts';

const words = tasksText.limit;

export interface LimitValues {
  finishOn?: Dayjs | null;
  finishAt?: Dayjs | null;
}

type Limit = NonNullable<InputOf<typeof tasks.judgeClaim>['limit']>;

/** 完成时限 as it is sent; null where no day was chosen. */
export function limitOf({ finishOn, finishAt }: LimitValues): Limit | null {
  if (!finishOn) return null;
  const on = finishOn.format('YYYY-MM-DD');
  return finishAt ? { kind: 'on-day', on, at: finishAt.format('HH:mm') } : { kind: 'on-day', on };
}

/** A day, and where it matters a time of it: a time without its day would say nothing. */
export function LimitFields({ needed, help }: { needed: boolean; help: string }) {
  const day = Form.useWatch<Dayjs | null | undefined>('finishOn');
  return (
    <>
      <Form.Item
        name="finishOn"
        label={words.on}
        extra={help}
        rules={[{ required: needed, message: tasksText.needed }]}
      >
        <DatePicker className="wide" allowClear={!needed} />
      </Form.Item>
      {day && (
        <Form.Item name="finishAt" label={words.at} extra={words.atHelp}>
          <TimePicker className="wide" format="HH:mm" minuteStep={5} needConfirm={false} />
        </Form.Item>
      )}
    </>
  );
}
