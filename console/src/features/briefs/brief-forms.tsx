import { briefs } from '@minsheng/contract';
import { Form, Input, InputNumber, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { type Brief, staleBriefs } from './briefs.queries.ts';
import { briefsText, briefText as words } from './text.ts';

interface WriteValues {
  wordsNo: number;
  title: string;
  words: Record<string, string>;
}

/** 写文字: the sections that are a person's. */
export function WriteBrief({ brief }: { brief: Brief }) {
  const act = useAct(briefs.writeBrief, { done: words.written, stale: staleBriefs, quiet: true });
  const own = brief.sections.flatMap(({ heading, holds, lines }, no) =>
    holds === 'words' ? [{ heading, no, said: lines.join('\n') }] : [],
  );
  return (
    <FormButton<WriteValues, Parameters<typeof act.mutate>[0], { done: true }>
      label={words.write}
      help={words.writeHelp}
      kind="primary"
      act={act}
      initial={{
        // As it stood when the form opened: what somebody saves meanwhile is not written over.
        wordsNo: brief.wordsNo,
        title: brief.title,
        words: Object.fromEntries(own.map(({ no, said }) => [no, said])),
      }}
      input={({ wordsNo, title, words: written }) => ({
        briefId: brief.id,
        wordsNo,
        title,
        sections: own.map(({ no }) => ({ no, words: written[no] ?? '' })),
      })}
    >
      <Form.Item name="wordsNo" hidden>
        <InputNumber />
      </Form.Item>
      <Form.Item
        name="title"
        label={briefsText.name}
        rules={[{ required: true, whitespace: true, min: 4, message: briefsText.nameNeeded }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      {own.map(({ heading, no }) => (
        <Form.Item key={no} name={['words', String(no)]} label={heading}>
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={4000} showCount />
        </Form.Item>
      ))}
    </FormButton>
  );
}

/** 签发. */
export function SignBrief({ brief }: { brief: Brief }) {
  const act = useAct(briefs.signBrief, { done: words.signed, stale: staleBriefs, quiet: true });
  return (
    <FormButton<{ nobody?: string[] }, Parameters<typeof act.mutate>[0], { briefNo: string }>
      label={words.sign}
      help={words.signHelp}
      kind="primary"
      act={act}
      input={({ nobody = [] }) => ({ briefId: brief.id, wordsNo: brief.wordsNo, nobody })}
    >
      <Form.Item name="nobody" label={words.nobody} extra={words.nobodyHelp}>
        <Select mode="tags" open={false} />
      </Form.Item>
    </FormButton>
  );
}
