import { type CampaignKind, campaignKindLabel, campaignKinds, campaigns } from '@minsheng/contract';
import { useNavigate } from '@tanstack/react-router';
import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { nowMs } from '../../shell/browser-clock.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { type Campaigns, staleCampaigns } from './campaigns.queries.ts';
import { campaignsText, openText as words } from './text.ts';

const needed = [{ required: true, message: campaignsText.needed }];
const quarters = [1, 2, 3, 4].map((value) => ({ value, label: words.quarterOf(value) }));
const days = 'YYYY-MM-DD';

interface Values {
  kind: CampaignKind;
  title: string;
  theme: string;
  year: number;
  quarter: number;
  from: Dayjs;
  to: Dayjs;
  why: string;
  terms: string[];
  templateId?: string;
}

/** What of a ranking it is picked from. */
export interface Picked {
  snapshotId: string;
  candidateNo: number;
  name: string;
  year: number;
  quarter: number;
  from: string;
  to: string;
}

interface OpenCampaignProps {
  all: Campaigns;
  candidate: Picked | null;
}

/** 开题. */
export function OpenCampaign({ all, candidate }: OpenCampaignProps) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const act = useAct(campaigns.openCampaign, {
    done: words.done,
    stale: staleCampaigns,
    quiet: true,
    onDone: ({ campaignId }) => navigate({ to: '/campaigns', search: { campaign: campaignId } }),
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { campaignId: string }>
      label={words.button}
      kind="primary"
      form={form}
      help={words.help}
      act={act}
      initial={initialOf(candidate)}
      input={({ quarter, from, to, templateId, ...rest }) => ({
        ...rest,
        from: from.format(days),
        to: to.format(days),
        ...(rest.kind === 'season' && { quarter }),
        ...(templateId !== undefined && { templateId }),
        ...(candidate && {
          snapshotId: candidate.snapshotId,
          candidateNo: candidate.candidateNo,
        }),
      })}
    >
      <Template all={all} onChosen={(taken) => form.setFieldsValue(taken)} />
      <Form.Item name="kind" label={words.kind} rules={needed}>
        <Select
          options={campaignKinds.map((value) => ({ value, label: campaignKindLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="title" label={words.name} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="theme" label={words.theme} extra={words.themeHelp} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="year" label={words.year} rules={needed}>
        <InputNumber min={2000} max={2100} precision={0} />
      </Form.Item>
      {kind !== 'year' && (
        <Form.Item name="quarter" label={words.quarter} rules={needed}>
          <Select options={quarters} />
        </Form.Item>
      )}
      <Form.Item name="from" label={words.from} rules={needed}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="to" label={words.to} rules={needed}>
        <DatePicker />
      </Form.Item>
      <Form.Item
        name="why"
        label={words.why}
        rules={[{ required: true, whitespace: true, min: 4, message: words.whyNeeded }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Terms />
    </FormButton>
  );
}

export function Terms() {
  return (
    <Form.Item name="terms" label={words.terms} extra={words.termsHelp} rules={needed}>
      <Select mode="tags" open={false} maxCount={30} />
    </Form.Item>
  );
}

interface TemplateProps {
  all: Campaigns;
  onChosen: (taken: Pick<Values, 'theme' | 'terms'>) => void;
}

function Template({ all, onChosen }: TemplateProps) {
  if (all.rows.length === 0) return null;
  return (
    <Form.Item name="templateId" label={words.template} extra={words.templateHelp}>
      <Select
        allowClear
        options={all.rows.map(({ id, title, year }) => ({
          value: id,
          label: `${campaignsText.ofYear(year)} ${title}`,
        }))}
        onChange={(id) => {
          const chosen = all.rows.find((row) => row.id === id);
          if (chosen) onChosen({ theme: chosen.theme, terms: chosen.terms });
        }}
      />
    </Form.Item>
  );
}

function initialOf(candidate: Picked | null): Partial<Values> {
  const today = dayjs(nowMs());
  if (candidate === null)
    return {
      kind: 'season',
      year: today.year(),
      quarter: Math.floor(today.month() / 3) + 1,
      from: today.subtract(3, 'month'),
      to: today,
    };
  const { name: theme, year, quarter, from, to } = candidate;
  return { kind: 'season', theme, year, quarter, from: dayjs(from), to: dayjs(to) };
}
