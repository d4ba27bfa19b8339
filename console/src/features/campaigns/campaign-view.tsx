import { campaignKindLabel, campaignStateLabel, campaigns } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { Facts } from '../../ui/facts.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { AfterTab } from './after/after-tab.tsx';
import { YearsTab } from './after/years-tab.tsx';
import { type Campaign, campaignQuery, staleCampaigns } from './campaigns.queries.ts';
import { EntryDetail } from './entry-detail.tsx';
import { EntryList } from './entry-list.tsx';
import { ForceTab } from './force/force-tab.tsx';
import { FunnelPanel } from './funnel-panel.tsx';
import { GatherPanel } from './gather-panel.tsx';
import { PublicTab } from './media/public-tab.tsx';
import { campaignParts } from './search.ts';
import { closeText, openText, campaignsText as words } from './text.ts';
import { whenOf } from './when-of.ts';

const route = getRouteApi('/campaigns');

/** The end of a day of the city, as an instant. */
const endOf = (day: string): string => `${day}T15:59:59Z`;

/** A year's campaign need not have problems of its own. */
const hasList = ({ kind, funnel }: Campaign): boolean =>
  kind === 'season' || funnel.all.problems > 0;

/** 前后对比 is for a year's campaign. */
const partsOf = ({ kind }: Campaign) =>
  campaignParts.filter((part) => part !== 'years' || kind === 'year');

/** One campaign: its numbers, its list, and the problem that is open. */
export function CampaignView({ campaignId }: { campaignId: string }) {
  const { day } = route.useSearch();
  const found = useQuery(campaignQuery(campaignId, day === undefined ? undefined : endOf(day)));
  return (
    <>
      <p>
        <Link to="/campaigns">{words.back}</Link>
      </p>
      <Ask of={found}>{(campaign) => <Whole campaign={campaign} />}</Ask>
    </>
  );
}

function Whole({ campaign }: { campaign: Campaign }) {
  const { id, title, funnel } = campaign;
  const { day, part = hasList(campaign) ? 'entries' : 'years' } = route.useSearch();
  const navigate = route.useNavigate();
  const onDay = (next: string | undefined) =>
    navigate({ search: { campaign: id, ...(next !== undefined && { day: next }) } });
  return (
    <>
      <div className="page-title">
        <h1>{title}</h1>
      </div>
      <About campaign={campaign} />
      {hasList(campaign) && <FunnelPanel funnel={funnel} day={day} onDay={onDay} />}
      <DeskTabs
        label={title}
        open={part}
        onOpen={(next) => navigate({ search: { campaign: id, part: next } })}
        tabs={partsOf(campaign).map((name) => ({ name, label: words.parts[name], count: null }))}
      />
      {part === 'force' && <ForceTab campaignId={id} />}
      {part === 'public' && <PublicTab campaignId={id} />}
      {part === 'after' && <AfterTab campaignId={id} />}
      {part === 'years' && <YearsTab campaignId={id} title={title} />}
      {part === 'entries' && <ProblemList campaign={campaign} />}
    </>
  );
}

function ProblemList({ campaign }: { campaign: Campaign }) {
  const { id, can } = campaign;
  const { entry, day } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (opened?: string) =>
    navigate({
      search: {
        campaign: id,
        part: 'entries',
        day,
        ...(opened !== undefined && { entry: opened }),
      },
    });
  return (
    <>
      {day === undefined && can.work && <GatherPanel campaign={campaign} />}
      <SplitPage
        onBack={() => show()}
        list={
          <EntryList
            campaignId={id}
            at={day === undefined ? undefined : endOf(day)}
            chosen={entry}
            onOpen={show}
          />
        }
        meanwhile={null}
        detail={entry === undefined ? null : <EntryDetail key={entry} entryId={entry} />}
      />
    </>
  );
}

function About({ campaign }: { campaign: Campaign }) {
  const { id: campaignId, can } = campaign;
  const act = useAct(campaigns.closeCampaign, {
    done: closeText.done,
    stale: staleCampaigns,
    quiet: true,
  });
  const close = can.lead ? (
    <ReasonButton
      label={closeText.button}
      help={closeText.help}
      needed
      least={4}
      act={act}
      input={(reason) => ({ campaignId, reason })}
    />
  ) : undefined;
  return (
    <Panel
      className="gap-below"
      title={`${whenOf(campaign)} ${campaignKindLabel[campaign.kind]}(${campaignStateLabel[campaign.state]})`}
      extra={close}
    >
      <Facts
        facts={[
          { label: openText.theme, value: campaign.theme },
          { label: openText.why, value: campaign.why },
          { label: openText.terms, value: campaign.terms.join('、') },
          {
            label: openText.button,
            value: `${campaign.openedBy} ${shortInstant(campaign.openedAt)}`,
          },
          {
            label: closeText.button,
            value:
              campaign.closedAt === null
                ? null
                : closeText.closed(shortInstant(campaign.closedAt), campaign.closedReason ?? ''),
          },
        ]}
      />
      <p className="soft">{words.period(campaign.from, campaign.to)}</p>
    </Panel>
  );
}
