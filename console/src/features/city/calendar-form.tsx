import { calendar } from '@minsheng/contract';
import type { RequestOf } from '@minsheng/contract/route.ts';
import { correctedKindLabel, correctedKinds } from '@minsheng/contract/words/calendar.ts';
import { Form, Input, Radio } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { calendarText } from './calendar-text.ts';

type Proposed = RequestOf<typeof calendar.proposeDay>;

const needed = [{ required: true, whitespace: true, message: calendarText.needed }];

/** 更正一天: what it is, and on which notice. */
export function CalendarForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const act = useAct(calendar.proposeDay, {
    done: calendarText.sent,
    stale: ['calendar'],
    onDone: onClose,
    quiet: true,
  });
  return (
    <FormDrawer<Proposed>
      title={calendarText.propose}
      open={open}
      onClose={onClose}
      submitLabel={calendarText.send}
      isPending={act.isPending}
      error={act.error}
      initial={{ kind: 'off' }}
      onSubmit={(values) => act.mutate(values)}
    >
      <Form.Item name="on" label={calendarText.on} rules={needed}>
        <Input type="date" autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={calendarText.kind}>
        <Radio.Group
          options={correctedKinds.map((value) => ({ value, label: correctedKindLabel[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="dayName"
        label={calendarText.dayName}
        extra={calendarText.dayNameHelp}
        rules={needed}
      >
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item
        name="notice"
        label={calendarText.notice}
        extra={calendarText.noticeHelp}
        rules={[{ required: true, whitespace: true, min: 4, message: calendarText.noticeHelp }]}
      >
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
