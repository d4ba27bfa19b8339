import { media } from '@minsheng/contract';
import { DatePicker, Form, Input, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { type Day, staleMedia } from './media.queries.ts';
import { daysText as words } from './results-text.ts';
import { partText } from './text.ts';

const needed = [{ required: true, message: partText.needed }];
const least = (min: number) => [
  { required: true, whitespace: true, min, message: partText.least(min) },
];

interface PlanValues {
  leaderPost: string;
  unit: string;
  startsAt: Dayjs;
  endsAt: Dayjs;
  theme?: string;
}

export function PlanDay({ onPlanned }: { onPlanned: (dayId: string) => void }) {
  const act = useAct(media.planDay, {
    done: words.planDone,
    stale: staleMedia,
    quiet: true,
    onDone: ({ dayId }) => onPlanned(dayId),
  });
  return (
    <FormButton<PlanValues, Parameters<typeof act.mutate>[0], { dayId: string }>
      label={words.plan}
      kind="primary"
      act={act}
      input={({ startsAt, endsAt, ...rest }) => ({
        ...rest,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })}
    >
      <Form.Item name="leaderPost" label={words.leader} rules={least(2)}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="unit" label={words.unitLabel} rules={needed}>
        <UnitPicker offers="every-unit" />
      </Form.Item>
      <Form.Item name="startsAt" label={words.starts} rules={needed}>
        <DatePicker className="wide" allowClear={false} showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item name="endsAt" label={words.ends} rules={needed}>
        <DatePicker className="wide" allowClear={false} showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item name="theme" label={words.theme}>
        <Input maxLength={80} />
      </Form.Item>
    </FormButton>
  );
}

/** What the list of calls and promises grows by. */
export function DayActs({ day }: { day: Day }) {
  if (!day.can.lead) return null;
  return (
    <div className="inline gap-below">
      {day.state === 'planned' && <AddCall dayId={day.id} />}
      {day.state !== 'cancelled' && day.called.length > 0 && <AddPromise day={day} />}
      {day.state === 'planned' && <EndDay dayId={day.id} />}
    </div>
  );
}

function AddCall({ dayId }: { dayId: string }) {
  const act = useAct(media.addCall, { done: words.callDone, stale: staleMedia, quiet: true });
  return (
    <FormButton
      label={words.addCall}
      act={act}
      input={({ orderNo, note = '' }: { orderNo: string; note?: string }) => ({
        ...{ dayId, note },
        orderNo: orderNo.trim(),
      })}
    >
      <Form.Item name="orderNo" label={words.orderNo} rules={least(8)}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="note" label={words.note}>
        <Input maxLength={200} />
      </Form.Item>
    </FormButton>
  );
}

interface PromiseValues {
  orderId: string;
  words: string;
  unit: string;
  promisedOn: Dayjs;
}

function AddPromise({ day }: { day: Day }) {
  const act = useAct(media.addPromise, {
    done: words.promiseDone,
    stale: [...staleMedia, 'tasks'],
    quiet: true,
  });
  return (
    <FormButton<PromiseValues, Parameters<typeof act.mutate>[0], { no: number }>
      label={words.promise}
      kind="primary"
      act={act}
      input={({ promisedOn, ...rest }) => ({
        ...{ dayId: day.id, ...rest },
        promisedOn: promisedOn.format('YYYY-MM-DD'),
      })}
    >
      <Form.Item name="orderId" label={words.order} rules={needed}>
        <Select
          options={day.called.map(({ orderId, orderNo, note }) => ({
            value: orderId,
            label: `${orderNo} ${note}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="words" label={words.words} rules={least(4)}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="unit" label={words.promisedUnit} rules={needed}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="promisedOn" label={words.promisedOn} rules={needed}>
        <DatePicker className="wide" allowClear={false} />
      </Form.Item>
    </FormButton>
  );
}

function EndDay({ dayId }: { dayId: string }) {
  const act = useAct(media.endDay, { done: words.endDone, stale: staleMedia, quiet: true });
  return (
    <FormButton
      label={words.end}
      act={act}
      initial={{ held: true }}
      input={(values: { held: boolean; words: string }) => ({ dayId, ...values })}
    >
      <Form.Item name="held" label={words.held}>
        <Radio.Group
          options={[
            { value: true, label: words.heldYes },
            { value: false, label: words.heldNo },
          ]}
        />
      </Form.Item>
      <Form.Item name="words" label={words.endWords} rules={least(4)}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}
