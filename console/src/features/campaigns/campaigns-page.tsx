import { campaignKindLabel, campaignStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SeasonsTab } from './after/seasons-tab.tsx';
import './campaigns.css';
import { CampaignView } from './campaign-view.tsx';
import { type Campaigns, campaignsQuery } from './campaigns.queries.ts';
import { OpenCampaign } from './open-campaign.tsx';
import { campaignTabs } from './search.ts';
import { campaignsText as words } from './text.ts';
import { TopicsTab } from './topics-tab.tsx';
import { whenOf } from './when-of.ts';

const route = getRouteApi('/campaigns');

/** 一季一专题: topics are ranked, one is picked, and its problems are followed until they are cured. */
export function CampaignsPage() {
  const { tab = 'list', campaign } = route.useSearch();
  const navigate = route.useNavigate();
  const all = useQuery(campaignsQuery);
  if (campaign !== undefined) return <CampaignView key={campaign} campaignId={campaign} />;
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <DeskTabs
        label={words.title}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={campaignTabs.map((name) => ({ name, label: words.tabs[name], count: null }))}
      />
      {tab === 'seasons' ? (
        <SeasonsTab />
      ) : (
        <Ask of={all}>
          {(found) =>
            tab === 'topics' ? <TopicsTab all={found} /> : <CampaignTable all={found} />
          }
        </Ask>
      )}
    </>
  );
}

function CampaignTable({ all }: { all: Campaigns }) {
  const navigate = route.useNavigate();
  const { rows, can } = all;
  return (
    <>
      {can.open && (
        <div className="inline gap-below">
          <OpenCampaign all={all} candidate={null} />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState words={words.none} />
      ) : (
        <DataTable
          heads={words.heads}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <Button
                key="open"
                type="link"
                className="campaign-link"
                onClick={() => navigate({ search: { campaign: row.id } })}
              >
                {row.title}
              </Button>,
              `${whenOf(row)} ${campaignKindLabel[row.kind]}`,
              campaignStateLabel[row.state],
              row.problems,
              row.open,
            ],
          }))}
        />
      )}
    </>
  );
}
