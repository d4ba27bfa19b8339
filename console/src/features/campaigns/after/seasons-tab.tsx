import { campaigns } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, Input, InputNumber, Select } from 'antd';
import { useAct } from '../../../shell/act.ts';
import { Ask } from '../../../ui/ask.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormButton } from '../../../ui/form-button.tsx';
import { ShareBars } from '../../../ui/share-bars.tsx';
import { staleCampaigns } from '../campaigns.queries.ts';
import { campaignsText, openText } from '../text.ts';
import { type Seasons, seasonsQuery } from './after.queries.ts';
import { seasonsText as words } from './text.ts';

type Season = Seasons['rows'][number];

/** 历季专题: a season a quarter, ours counted, those before as somebody typed them. */
export function SeasonsTab() {
  const found = useQuery(seasonsQuery);
  return (
    <Ask of={found}>
      {({ rows, can }) => (
        <div className="stack">
          {can.enter && (
            <div className="inline">
              <EnterSeason />
            </div>
          )}
          {rows.length === 0 ? <EmptyState words={words.none} /> : <Shown rows={rows} />}
        </div>
      )}
    </Ask>
  );
}

const keyOf = ({ year, quarter, campaignId }: Season): string => campaignId ?? `${year}-${quarter}`;

function Shown({ rows }: { rows: readonly Season[] }) {
  return (
    <>
      <p className="soft">{words.help}</p>
      <ShareBars
        label={words.chart}
        keys={words.keys}
        bars={rows.map((row) => ({
          key: keyOf(row),
          name: `${campaignsText.season(row.year, row.quarter)} ${row.theme}`,
          whole: row.problems,
          part: row.rectified,
          words: `${row.rectified}/${row.problems}`,
        }))}
      />
      <DataTable
        heads={words.heads}
        rows={rows.map((row) => ({
          key: keyOf(row),
          cells: [
            campaignsText.season(row.year, row.quarter),
            row.campaignId === null ? (
              <span key="typed" className="soft">
                {row.title}
              </span>
            ) : (
              <Link key="ours" to="/campaigns" search={{ campaign: row.campaignId }}>
                {row.title}
              </Link>
            ),
            row.appeals,
            row.problems,
            row.rectified,
            row.toMedia,
            row.source === null ? words.counted : words.typed(row.source),
          ],
        }))}
      />
    </>
  );
}

type Values = Omit<Season, 'campaignId' | 'source'> & { source: string };

const needed = [{ required: true, message: words.needed }];
const numbers = ['appeals', 'problems', 'rectified', 'toMedia'] as const;

function EnterSeason() {
  const act = useAct(campaigns.enterPastSeason, {
    done: words.entered,
    stale: staleCampaigns,
    quiet: true,
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { done: true }>
      label={words.enter}
      help={words.enterHelp}
      act={act}
      input={(values) => values}
    >
      <Form.Item name="year" label={words.year} rules={needed}>
        <InputNumber min={2000} max={2100} precision={0} />
      </Form.Item>
      <Form.Item name="quarter" label={words.quarter} rules={needed}>
        <Select
          options={[1, 2, 3, 4].map((no) => ({ value: no, label: openText.quarterOf(no) }))}
        />
      </Form.Item>
      <Form.Item name="title" label={words.name} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="theme" label={words.theme} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      {numbers.map((name) => (
        <Form.Item key={name} name={name} label={words[name]} rules={needed}>
          <InputNumber min={0} max={1_000_000} precision={0} />
        </Form.Item>
      ))}
      <Form.Item name="source" label={words.source} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
    </FormButton>
  );
}
