import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { ContestPanel } from '../../ui/checks/contest-panel.tsx';
import { FalsePanel } from '../../ui/checks/false-panel.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { dayText } from '../../ui/format.ts';
import { GuidancePanel } from '../../ui/guidance/guidance-panel.tsx';
import { OrderFacts, OrderHead } from '../../ui/order-facts.tsx';
import { HeadedPanel } from '../../ui/panel.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { ContestList, Exclusions, FalseList, GuidanceList } from './check-lists.tsx';
import { type CheckTab, checkTabs } from './search.ts';
import { checkPageText } from './text.ts';

const route = getRouteApi('/checks');

function Detail({ orderId }: { orderId: string }) {
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {(found) => (
        <>
          <HeadedPanel label={found.title} head={<OrderHead order={found} />}>
            <OrderFacts order={found} />
          </HeadedPanel>
          <GuidancePanel orderId={orderId} />
          <FalsePanel orderId={orderId} />
          <ContestPanel orderId={orderId} />
        </>
      )}
    </Ask>
  );
}

interface ListProps {
  tab: CheckTab;
  month: string;
  open: string | undefined;
  choose: (orderId: string) => void;
  onMonth: (month: string) => void;
}

function List({ tab, month, onMonth, ...list }: ListProps) {
  switch (tab) {
    case 'false-open':
      return <FalseList key={tab} state="open" {...list} />;
    case 'false-confirmed':
      return <FalseList key={tab} state="confirmed" {...list} />;
    case 'guidance-waiting':
      return <GuidanceList key={tab} state="waiting" {...list} />;
    case 'guidance-decided':
      return <GuidanceList key={tab} state="decided" {...list} />;
    case 'exclusions':
      return <Exclusions month={month} onMonth={onMonth} {...list} />;
    default:
      return <ContestList key={tab} level={tab} {...list} />;
  }
}

/** Who rules on contests sees all of it; a unit's leader what was found at the unit. */
function useTabs(): readonly CheckTab[] {
  const { permissions } = useMe().account;
  const rules = permissions.some((one) => one.startsWith('call-back.judge'));
  return checkTabs.filter((tab) => {
    if (tab.startsWith('guidance')) return permissions.includes('guidance.check');
    return rules || tab.startsWith('false');
  });
}

/** 核查申诉: answers that were not so, scores that are contested, and what does not count. */
export function ChecksPage() {
  const me = useMe();
  const { tab = 'false-open', order, month = dayText(me.now).slice(0, 7) } = route.useSearch();
  const navigate = route.useNavigate();
  const tabs = useTabs();
  const choose = (next?: string) =>
    navigate({ search: next === undefined ? { tab, month } : { tab, month, order: next } });
  return (
    <>
      <div className="page-title">
        <h1>{checkPageText.title}</h1>
      </div>
      <DeskTabs
        label={checkPageText.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        prints
        tabs={tabs.map((name) => ({ name, label: checkPageText.tab[name], count: null }))}
      />
      <SplitPage
        onBack={() => choose()}
        list={
          <List
            tab={tab}
            month={month}
            open={order}
            choose={choose}
            onMonth={(next) => navigate({ search: { tab, month: next } })}
          />
        }
        detail={order === undefined ? null : <Detail key={order} orderId={order} />}
      />
    </>
  );
}
