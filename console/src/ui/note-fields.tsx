import { Form, Input, InputNumber } from 'antd';
import { noteFieldsText as words } from './text.ts';
import { UnitPicker } from './unit-picker.tsx';

/** What a task given to a unit says. */
export interface TaskFieldValues {
  title: string;
  wanted: string;
  unit: string;
  /** Working days. */
  days: number;
}

/** 批示 as it was written. */
export interface LeaderFieldValues {
  leader: string;
  words: string;
}

const needed = [{ required: true, message: words.needed }];
const needed4 = [{ required: true, whitespace: true, min: 4, message: words.needed4 }];

/** 领导批示: who noted, and what. */
export function LeaderFields() {
  return (
    <>
      <Form.Item name="leader" label={words.leader} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="words" label={words.words} rules={needed4}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  );
}

/** 交办: what is to be done, by whom, in how many working days. */
export function TaskFields() {
  return (
    <>
      <Form.Item name="title" label={words.title} rules={needed4}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="wanted" label={words.wanted} rules={needed4}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="unit" label={words.unit} rules={needed}>
        <UnitPicker offers="every-unit" />
      </Form.Item>
      <Form.Item name="days" label={words.days} rules={needed}>
        <InputNumber min={1} max={250} precision={0} />
      </Form.Item>
    </>
  );
}
