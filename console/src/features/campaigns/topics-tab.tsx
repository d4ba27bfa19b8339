import { campaigns } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Form, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { nowMs } from '../../shell/browser-clock.ts';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import {
  type Campaigns,
  type Snapshot,
  snapshotQuery,
  snapshotsQuery,
  staleCampaigns,
} from './campaigns.queries.ts';
import { OpenCampaign } from './open-campaign.tsx';
import { campaignsText, openText, topicsText as words } from './text.ts';

const route = getRouteApi('/campaigns');

/** 选题: kept rankings; a director opens a campaign from one of their rows. */
export function TopicsTab({ all }: { all: Campaigns }) {
  const { snapshot } = route.useSearch();
  const navigate = route.useNavigate();
  const kept = useQuery(snapshotsQuery);
  const show = (id: string) => navigate({ search: { tab: 'topics', snapshot: id } });
  return (
    <Ask of={kept}>
      {({ rows }) => {
        const chosen = rows.find(({ id }) => id === snapshot) ?? rows[0];
        return (
          <>
            <div className="inline gap-below">
              {all.can.work && <RankTopics onRanked={show} />}
              {chosen && (
                <Select
                  className="campaign-choice"
                  aria-label={words.snapshots}
                  value={chosen.id}
                  options={rows.map(({ id, year, quarter, madeAt, madeBy }) => ({
                    value: id,
                    label: words.label(year, quarter, shortInstant(madeAt), madeBy),
                  }))}
                  onChange={show}
                />
              )}
            </div>
            {chosen ? (
              <OneSnapshot snapshotId={chosen.id} all={all} />
            ) : (
              <EmptyState words={words.none} />
            )}
          </>
        );
      }}
    </Ask>
  );
}

function RankTopics({ onRanked }: { onRanked: (snapshotId: string) => void }) {
  const today = dayjs(nowMs());
  const act = useAct(campaigns.rankTopics, {
    done: words.done,
    stale: staleCampaigns,
    quiet: true,
    onDone: ({ snapshotId }) => onRanked(snapshotId),
  });
  const needed = [{ required: true, message: campaignsText.needed }];
  return (
    <FormButton
      label={words.rank}
      help={words.help}
      act={act}
      initial={{ year: today.year(), quarter: Math.floor(today.month() / 3) + 1 }}
      input={(values: { year: number; quarter: number }) => values}
    >
      <Form.Item name="year" label={openText.year} rules={needed}>
        <InputNumber min={2000} max={2100} precision={0} />
      </Form.Item>
      <Form.Item name="quarter" label={openText.quarter} rules={needed}>
        <Select
          options={[1, 2, 3, 4].map((value) => ({ value, label: openText.quarterOf(value) }))}
        />
      </Form.Item>
    </FormButton>
  );
}

function OneSnapshot({ snapshotId, all }: { snapshotId: string; all: Campaigns }) {
  const found = useQuery(snapshotQuery(snapshotId));
  return (
    <Ask of={found}>
      {(one) => (
        <Panel title={campaignsText.season(one.snapshot.year, one.snapshot.quarter)}>
          {one.rows.length === 0 ? (
            <EmptyState words={words.empty} />
          ) : (
            <Candidates one={one} all={all} />
          )}
          <p className="soft">{words.formula}</p>
        </Panel>
      )}
    </Ask>
  );
}

type Share = Snapshot['rows'][number]['repeated'];
const shareOf = ({ numerator, denominator }: Share) => words.share(numerator, denominator);

function Candidates({ one, all }: { one: Snapshot; all: Campaigns }) {
  const { id: snapshotId, year, quarter, from, to } = one.snapshot;
  return (
    <DataTable
      heads={all.can.open ? [...words.heads, openText.button] : words.heads}
      rows={one.rows.map((row) => ({
        key: row.matter,
        cells: [
          `${row.no}. ${row.matterName}`,
          row.volume,
          row.volumeBefore ?? words.unknown,
          shareOf(row.repeated),
          shareOf(row.returned),
          shareOf(row.dissatisfied),
          shareOf(row.urgent),
          shareOf(row.solved),
          row.weight.toFixed(1),
          ...(all.can.open
            ? [
                <OpenCampaign
                  key="open"
                  all={all}
                  candidate={{
                    snapshotId,
                    candidateNo: row.no,
                    name: row.matterName,
                    year,
                    quarter,
                    from,
                    to,
                  }}
                />,
              ]
            : []),
        ],
      }))}
    />
  );
}
