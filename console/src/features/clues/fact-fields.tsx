import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { kindsQuery } from './clues.queries.ts';
import { cluesText, markText as words } from './text.ts';

const needed = [{ required: true, whitespace: true, message: cluesText.needed }];

/** What a clue says: marked and written anew by the same fields. */
export function FactFields({ factsHelp }: { factsHelp?: string }) {
  const kinds = useQuery(kindsQuery);
  const kind = Form.useWatch('kind');
  const chosen = kinds.data?.rows.find(({ code }) => code === kind);
  return (
    <>
      <Form.Item
        name="kind"
        label={words.kind}
        rules={needed}
        extra={chosen && words.basis(chosen.basis)}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(kinds.data?.rows ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="subject" label={words.subject} rules={needed} extra={words.subjectHelp}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="place" label={words.place} rules={needed}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="areaCode" label={words.area} rules={needed}>
        <AreaPicker />
      </Form.Item>
      <Form.Item
        name="facts"
        label={words.facts}
        extra={factsHelp}
        rules={[{ required: true, whitespace: true, min: 10, message: words.factsNeeded }]}
      >
        <Input.TextArea rows={6} maxLength={2000} showCount />
      </Form.Item>
    </>
  );
}

export interface FactValues {
  kind: string;
  subject: string;
  place: string;
  areaCode: string;
  facts: string;
}
