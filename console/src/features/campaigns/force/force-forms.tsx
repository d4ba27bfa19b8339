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
import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../../shell/act.ts';
import { FormButton } from '../../../ui/form-button.tsx';
import {
  LeaderFields,
  type LeaderFieldValues,
  TaskFields,
  type TaskFieldValues,
} from '../../../ui/note-fields.tsx';
import { entriesQuery, staleCampaigns } from '../campaigns.queries.ts';
import { forceText as words } from './text.ts';

const needed = [{ required: true, message: words.needed }];

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

interface TaskValues extends TaskFieldValues, Partial<LeaderFieldValues> {
  purpose: CampaignTaskKind;
  dimension?: Dimension;
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
      input={({ days, leader, words: noted, dimension, ...rest }) => ({
        campaignId,
        ...rest,
        limit: { kind: 'working-days', days },
        ...(dimension && { dimension }),
        ...(leader && noted ? { note: { leader, words: noted } } : {}),
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
      <TaskFields />
      {purpose === 'leaders-note' && <LeaderFields />}
    </FormButton>
  );
}
