import { media, type TipSource, tipSourceLabel, tipSources } from '@minsheng/contract';
import { Checkbox, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { nowMs } from '../../shell/browser-clock.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { staleMedia } from './media.queries.ts';
import { partText, enterText as words } from './text.ts';

const needed = [{ required: true, message: partText.needed }];
const least = (min: number) => [
  { required: true, whitespace: true, min, message: partText.least(min) },
];

interface Values {
  sourceKind: TipSource;
  sourceName: string;
  sourceRef: string;
  content: string;
  address?: string;
  receivedAt: Dayjs;
  mayContact?: boolean;
  mayAppear?: boolean;
  consentHow: string;
  name?: string;
  phone?: string;
}

/** 录入线索, with its source and what the person agreed to. */
export function EnterTip() {
  const act = useAct(media.enterTip, { done: words.done, stale: staleMedia, quiet: true });
  const [form] = Form.useForm<Values>();
  const contact = Form.useWatch('mayContact', form) === true;
  const appear = Form.useWatch('mayAppear', form) === true;
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { tipId: string }>
      label={words.button}
      kind="primary"
      act={act}
      form={form}
      initial={{ sourceKind: 'comment', receivedAt: dayjs(nowMs()).startOf('minute') }}
      input={({ receivedAt, mayContact = false, mayAppear = false, name, phone, ...rest }) => ({
        ...rest,
        ...{ mayContact, mayAppear, receivedAt: receivedAt.toISOString() },
        ...(name ? { name } : {}),
        ...(phone ? { phone } : {}),
      })}
    >
      <Form.Item name="sourceKind" label={words.source} rules={needed}>
        <Select options={tipSources.map((value) => ({ value, label: tipSourceLabel[value] }))} />
      </Form.Item>
      <Form.Item name="sourceName" label={words.sourceName} rules={least(2)}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="sourceRef" label={words.sourceRef} rules={least(1)}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="receivedAt" label={words.receivedAt} rules={needed}>
        <DatePicker className="wide" allowClear={false} showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item name="content" label={words.content} extra={words.contentHelp} rules={least(4)}>
        <Input.TextArea rows={5} maxLength={3000} showCount />
      </Form.Item>
      <Form.Item name="address" label={words.address}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="mayContact" valuePropName="checked">
        <Checkbox>{words.mayContact}</Checkbox>
      </Form.Item>
      <Form.Item name="mayAppear" valuePropName="checked">
        <Checkbox>{words.mayAppear}</Checkbox>
      </Form.Item>
      <Form.Item
        name="consentHow"
        label={words.consentHow}
        extra={words.consentHelp}
        rules={least(2)}
      >
        <Input maxLength={200} />
      </Form.Item>
      {(contact || appear) && (
        <>
          <Form.Item name="name" label={words.name}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={words.phone} rules={contact ? needed : []}>
            <Input maxLength={20} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </FormButton>
  );
}
