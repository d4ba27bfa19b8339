import { briefs } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import {
  campaignsToTellQuery,
  nodesToTellQuery,
  staleBriefs,
  type Template,
  templatesQuery,
} from './briefs.queries.ts';
import { briefsText as words } from './text.ts';

interface Values {
  template: string;
  title: string;
  span?: [Dayjs, Dayjs];
  aboutId?: string;
}

const needed = [{ required: true, message: words.needed }];
const dayFormat = 'YYYY-MM-DD';

/** 拟专报: which kind, and about which days, campaign or key date. */
export function BeginBrief({ onBegun }: { onBegun: (briefId: string) => void }) {
  const [form] = Form.useForm<Values>();
  const code = Form.useWatch('template', form);
  const templates = useQuery(templatesQuery).data?.rows ?? [];
  const about = templates.find((one) => one.code === code)?.about;
  const act = useAct(briefs.beginBrief, {
    done: words.begun,
    stale: staleBriefs,
    quiet: true,
    onDone: ({ briefId }) => onBegun(briefId),
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { briefId: string }>
      label={words.begin}
      kind="primary"
      act={act}
      form={form}
      input={({ template, title, span, aboutId }) => ({
        template,
        title,
        ...(about === 'days' &&
          span && { from: span[0].format(dayFormat), to: span[1].format(dayFormat) }),
        ...(about !== 'days' && aboutId !== undefined && { aboutId }),
      })}
    >
      <Form.Item name="template" label={words.template} rules={needed}>
        <Select
          options={templates.map(({ code: value, name: label }) => ({ value, label }))}
          onChange={() => form.resetFields(['aboutId'])}
        />
      </Form.Item>
      <Form.Item
        name="title"
        label={words.name}
        rules={[{ required: true, whitespace: true, min: 4, message: words.nameNeeded }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      {about !== undefined && <About about={about} />}
    </FormButton>
  );
}

function About({ about }: { about: Template['about'] }) {
  if (about === 'days')
    return (
      <Form.Item name="span" label={words.span} rules={needed}>
        <DatePicker.RangePicker className="wide" />
      </Form.Item>
    );
  return about === 'campaign' ? <Campaigns /> : <Nodes />;
}

function Campaigns() {
  const rows = useQuery(campaignsToTellQuery).data?.rows ?? [];
  return (
    <Form.Item name="aboutId" label={words.campaign} rules={needed}>
      <Select options={rows.map(({ id, title }) => ({ value: id, label: title }))} />
    </Form.Item>
  );
}

function Nodes() {
  const rows = useQuery(nodesToTellQuery).data?.rows ?? [];
  return (
    <Form.Item name="aboutId" label={words.node} rules={needed}>
      <Select options={rows.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  );
}
