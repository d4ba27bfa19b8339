import { Checkbox, Form, Input } from 'antd';
import { partText, writeText as words } from './text.ts';

export interface Wording {
  title: string;
  words: string;
  clipUrl?: string;
  showsPerson?: boolean;
}

export const wordingOf = ({ title, words: said, clipUrl, showsPerson = false }: Wording) => ({
  title,
  words: said,
  clipUrl: clipUrl ? clipUrl : null,
  showsPerson,
});

const least = (min: number) => [
  { required: true, whitespace: true, min, message: partText.least(min) },
];

/** 标题、正文、短片: what three people sign. */
export function WordingFields() {
  return (
    <>
      <Form.Item name="title" label={words.heading} rules={least(4)}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="words" label={words.words} extra={words.wordsHelp} rules={least(20)}>
        <Input.TextArea rows={10} maxLength={6000} showCount />
      </Form.Item>
      <Form.Item
        name="clipUrl"
        label={words.clipUrl}
        rules={[{ pattern: /^https?:\/\//, message: words.badUrl }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="showsPerson" valuePropName="checked">
        <Checkbox>{words.shows}</Checkbox>
      </Form.Item>
    </>
  );
}
