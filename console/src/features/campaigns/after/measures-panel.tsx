import {
  campaigns,
  type LastingMeasureKind,
  lastingMeasureKindLabel,
  lastingMeasureKinds,
} from '@minsheng/contract';
import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../../shell/act.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormButton } from '../../../ui/form-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { UnitPicker } from '../../../ui/unit-picker.tsx';
import { staleCampaigns } from '../campaigns.queries.ts';
import type { After } from './after.queries.ts';
import { measureText as words } from './text.ts';

interface MeasuresProps {
  campaignId: string;
  after: After;
}

/** 长效机制: what stays when the campaign is over. */
export function MeasuresPanel({ campaignId, after: { measures, can } }: MeasuresProps) {
  return (
    <Panel
      title={words.title}
      extra={can.work ? <WriteMeasure campaignId={campaignId} /> : undefined}
    >
      {measures.length === 0 ? (
        <EmptyState words={words.none} />
      ) : (
        <DataTable
          heads={words.heads}
          rows={measures.map((row) => ({
            key: row.id,
            cells: [
              words.numbered(row.title, row.documentNo),
              lastingMeasureKindLabel[row.kind],
              row.unit.name,
              row.inForceOn,
              [...row.matters.map(({ name }) => name), row.knowledge?.title ?? []]
                .flat()
                .join('、'),
              <Said key="said" row={row} mayEnd={can.work} />,
            ],
          }))}
        />
      )}
    </Panel>
  );
}

function Said({ row, mayEnd }: { row: After['measures'][number]; mayEnd: boolean }) {
  const act = useAct(campaigns.endMeasure, {
    done: words.ended,
    stale: staleCampaigns,
    quiet: true,
  });
  if (row.endedReason !== null)
    return (
      <>
        {row.words} <span className="soft">{words.endedFor(row.endedReason)}</span>
      </>
    );
  return (
    <>
      {row.words}{' '}
      {mayEnd && (
        <ReasonButton
          label={words.end}
          needed
          act={act}
          input={(reason) => ({ measureId: row.id, reason })}
        />
      )}
    </>
  );
}

interface Values {
  kind: LastingMeasureKind;
  title: string;
  documentNo?: string;
  unit: string;
  matters?: string[];
  knowledgeCode?: string;
  inForceOn: Dayjs;
  words: string;
}

const needed = [{ required: true, message: words.needed }];

function WriteMeasure({ campaignId }: { campaignId: string }) {
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const act = useAct(campaigns.writeMeasure, {
    done: words.written,
    stale: staleCampaigns,
    quiet: true,
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { measureId: string }>
      label={words.write}
      kind="primary"
      act={act}
      form={form}
      initial={{ kind: 'rule' }}
      input={({ documentNo = '', matters = [], knowledgeCode, inForceOn, ...rest }) => ({
        campaignId,
        ...rest,
        documentNo,
        matters,
        inForceOn: inForceOn.format('YYYY-MM-DD'),
        ...(knowledgeCode && { knowledgeCode }),
      })}
    >
      <Form.Item name="kind" label={words.kind} rules={needed}>
        <Select
          options={lastingMeasureKinds.map((value) => ({
            value,
            label: lastingMeasureKindLabel[value],
          }))}
        />
      </Form.Item>
      <Form.Item
        name="title"
        label={words.name}
        rules={[{ required: true, whitespace: true, min: 2, message: words.nameNeeded }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="documentNo" label={words.documentNo}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="unit" label={words.unit} rules={needed}>
        <UnitPicker offers="every-unit" />
      </Form.Item>
      <Form.Item
        name="matters"
        label={words.matters}
        extra={words.mattersHelp}
        rules={kind === 'catalogue' ? needed : []}
      >
        <Select mode="tags" open={false} maxCount={30} />
      </Form.Item>
      {kind === 'knowledge' && (
        <Form.Item
          name="knowledgeCode"
          label={words.knowledge}
          extra={words.knowledgeHelp}
          rules={needed}
        >
          <Input maxLength={40} />
        </Form.Item>
      )}
      <Form.Item name="inForceOn" label={words.inForceOn} rules={needed}>
        <DatePicker className="wide" />
      </Form.Item>
      <Form.Item
        name="words"
        label={words.words}
        rules={[{ required: true, whitespace: true, min: 4, message: words.wordsNeeded }]}
      >
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
    </FormButton>
  );
}
