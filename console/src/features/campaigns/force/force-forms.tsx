import {
  type CampaignTaskKind,
  campaigns,
  campaignTaskKindLabel,
  campaignTaskKinds,
  type Dimension,
  dimensionLabel,
  dimensions,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../../shell/act.ts';
import { FormButton } from '../../../ui/form-button.tsx';
import { UnitPicker } from '../../../ui/unit-picker.tsx';
import { entriesQuery, staleCampaigns } from '../campaigns.queries.ts';
import { forceText as words } from './text.ts';

const needed = [{ required: true, message: words.needed }];
const needed4 = [{ required: true, whitespace: true, min: 4, message: words.needed4 }];

interface MeetingValues {
  place: string;
  startsAt: Dayjs;
  entryIds: string[];
}

/** 召集会商: the problems that are still open are offered as the agenda. */
export function PlanConsultation({ campaignId }: { campaignId: string }) {
  const entries = useQuery(entriesQuery(campaignId, undefined));
  const act = useAct(campaigns.planConsultation, {
    done: words.meetDone,
    stale: [...staleCampaigns, 'meetings'],
    quiet: true,
  });
  const open = (entries.data?.rows ?? []).filter(({ state }) =>
    ['listed', 'inspected', 'not-rectified', 'to-media'].includes(state),
  );
  return (
    <FormButton<MeetingValues, Parameters<typeof act.mutate>[0], { meetingId: string }>
      label={words.meet}
      help={words.meetHelp}
      act={act}
      input={({ startsAt, ...rest }) => ({
        campaignId,
        startsAt: startsAt.toISOString(),
        ...rest,
      })}
    >
      <Form.Item name="startsAt" label={words.startsAt} rules={needed}>
        <DatePicker className="wide" allowClear={false} showTime={{ format: 'HH:mm' }} />
      </Form.Item>
      <Form.Item name="place" label={words.place} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="entryIds" label={words.entries} rules={needed}>
        <Select
          mode="multiple"
          maxCount={20}
          showSearch={{ optionFilterProp: 'label' }}
          options={open.map(({ id, no, name }) => ({ value: id, label: `${no}. ${name}` }))}
        />
      </Form.Item>
    </FormButton>
  );
}

interface TaskValues {
  purpose: CampaignTaskKind;
  dimension?: Dimension;
  title: string;
  wanted: string;
  unit: string;
  days: number;
  leader?: string;
  noteWords?: string;
}

/** 交办 work, a research report, or a leader's note with its own words. */
export function GiveCampaignTask({ campaignId }: { campaignId: string }) {
  const [form] = Form.useForm<TaskValues>();
  const purpose = Form.useWatch('purpose', form);
  const act = useAct(campaigns.giveCampaignTask, {
    done: words.given,
    stale: [...staleCampaigns, 'tasks'],
    quiet: true,
  });
  return (
    <FormButton<TaskValues, Parameters<typeof act.mutate>[0], { taskId: string }>
      label={words.give}
      act={act}
      form={form}
      initial={{ purpose: 'work', days: 10 }}
      input={({ days, leader, noteWords, dimension, ...rest }) => ({
        campaignId,
        ...rest,
        limit: { kind: 'working-days', days },
        ...(dimension && { dimension }),
        ...(leader && noteWords ? { note: { leader, words: noteWords } } : {}),
      })}
    >
      <Form.Item name="purpose" label={words.purpose} rules={needed}>
        <Select
          options={campaignTaskKinds.map((value) => ({
            value,
            label: campaignTaskKindLabel[value],
          }))}
        />
      </Form.Item>
      <Form.Item name="dimension" label={words.dimension}>
        <Select
          allowClear
          options={dimensions.map((value) => ({ value, label: dimensionLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="title" label={words.title} rules={needed4}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="wanted" label={words.wanted} rules={needed4}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="unit" label={words.pick.unit} rules={needed}>
        <UnitPicker offers="every-unit" />
      </Form.Item>
      <Form.Item name="days" label={words.days} rules={needed}>
        <InputNumber min={1} max={250} precision={0} />
      </Form.Item>
      {purpose === 'leaders-note' && (
        <>
          <Form.Item name="leader" label={words.leader} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="noteWords" label={words.note} rules={needed4}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </>
      )}
    </FormButton>
  );
}
