import {
  campaigns,
  type Instrument,
  instrumentLabel,
  visitOutcomeLabel,
  visitStateLabel,
  writtenLevels,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../../shell/act.ts';
import { Ask } from '../../../ui/ask.tsx';
import { FormButton } from '../../../ui/form-button.tsx';
import { shortInstant } from '../../../ui/format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { UnitPicker } from '../../../ui/unit-picker.tsx';
import { staleCampaigns } from '../campaigns.queries.ts';
import { checklistsQuery, inspectionsQuery } from './force.queries.ts';
import { forceText, fieldWorkText as words } from './text.ts';

const needed = [{ required: true, message: forceText.needed }];
const needed4 = [{ required: true, whitespace: true, min: 4, message: forceText.needed4 }];

/** 现场核查 of one listed problem. */
export function FieldWork({ entryId, mayWork }: { entryId: string; mayWork: boolean }) {
  const found = useQuery(inspectionsQuery(entryId));
  return (
    <Ask of={found}>
      {({ rows, can }) => (
        <Panel
          title={words.title}
          extra={can.ask && mayWork ? <Inspect entryId={entryId} /> : undefined}
        >
          {rows.length === 0 && <p className="soft">{words.none}</p>}
          <ul className="plain-list">
            {rows.map(({ id, state, outcome, visitorUnit, visitBy, doneAt }) => (
              <li key={id}>
                <Link to="/visits" search={{ visit: id }}>
                  {visitorUnit} {visitBy}
                </Link>{' '}
                <span className="chip chip-plain">
                  {outcome === null ? visitStateLabel[state] : visitOutcomeLabel[outcome]}
                </span>{' '}
                <span className="soft">{doneAt === null ? '' : shortInstant(doneAt)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Ask>
  );
}

interface Values {
  checklist: string;
  visitorUnit: string;
  place: string;
  what: string;
  visitBy: Dayjs;
}

function Inspect({ entryId }: { entryId: string }) {
  const checklists = useQuery(checklistsQuery);
  const act = useAct(campaigns.inspectEntry, {
    done: words.asked,
    stale: [...staleCampaigns, 'visits'],
    quiet: true,
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { visitId: string }>
      label={words.ask}
      help={words.help}
      act={act}
      input={({ visitBy, ...rest }) => ({
        entryId,
        ...rest,
        visitBy: visitBy.format('YYYY-MM-DD'),
      })}
    >
      <Form.Item name="checklist" label={words.checklist} rules={needed}>
        <Select
          options={(checklists.data?.rows ?? []).map(({ code, name }) => ({
            value: code,
            label: name,
          }))}
        />
      </Form.Item>
      <Form.Item name="visitorUnit" label={words.unit} rules={needed}>
        <UnitPicker offers="every-unit" />
      </Form.Item>
      <Form.Item name="place" label={words.place} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="what" label={words.what} rules={needed}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="visitBy" label={words.by} rules={needed}>
        <DatePicker className="wide" allowClear={false} />
      </Form.Item>
    </FormButton>
  );
}

type Level = (typeof writtenLevels)[number];
/** Which ways each level has in the city's rules; the server refuses another. */
const ways: readonly Instrument[] = [
  'notice',
  'site-visit',
  'work-reminder',
  'leaders-note',
  'interview',
  'circular',
  'media',
  'transfer',
];

interface SuperviseProps {
  entryId: string;
  orderIds: readonly string[];
  onDone: () => void;
}

/** 督办所选. */
export function SuperviseChosen({ entryId, orderIds, onDone }: SuperviseProps) {
  const { message } = App.useApp();
  const act = useAct(campaigns.superviseEntry, {
    done: null,
    stale: [...staleCampaigns, 'supervision', 'order'],
    quiet: true,
    onDone: ({ supervised }) => {
      message.success(words.supervised(supervised));
      onDone();
    },
  });
  return (
    <FormButton
      label={words.supervise}
      help={words.superviseHelp}
      act={act}
      initial={{ level: 'S2', instrument: 'notice' }}
      input={(values: {
        level: Level;
        instrument: Instrument;
        reason: string;
        demands: string;
      }) => ({ entryId, orderIds: [...orderIds], ...values })}
    >
      <Form.Item name="level" label={words.level} rules={needed}>
        <Select options={writtenLevels.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="instrument" label={words.instrument} rules={needed}>
        <Select options={ways.map((value) => ({ value, label: instrumentLabel[value] }))} />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={needed4}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="demands" label={words.demands} rules={needed4}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormButton>
  );
}
