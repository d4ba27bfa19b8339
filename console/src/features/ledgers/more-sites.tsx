import { ledgerSites } from '@minsheng/contract';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { AlikePlaces, type Choice } from './alike-places.tsx';
import { type Place, staleLedgers, type Whole } from './ledgers.queries.ts';
import { foundText as words } from './text.ts';

/** 查找新诉求: what came since, as new sites or tied to those there are. */
export function MoreSites({ ledger }: { ledger: Whole }) {
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState<Choice>(new Map());
  const act = useAct(ledgerSites.addSites, {
    done: words.added,
    stale: staleLedgers,
    quiet: true,
    onDone: () => {
      setChoice(new Map());
      setOpen(false);
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.more}</Button>
      <Drawer
        title={words.more}
        open={open}
        onClose={() => setOpen(false)}
        size="min(760px, 100vw)"
        destroyOnHidden
        footer={
          <Button
            type="primary"
            loading={act.isPending}
            disabled={choice.size === 0}
            onClick={() => act.mutate({ ledgerId: ledger.id, sites: [...choice.values()] })}
          >
            {choice.size === 0 ? words.nothing : words.add(choice.size)}
          </Button>
        }
      >
        <p className="soft gap-below">{words.moreHelp}</p>
        <WhyRefused error={act.error} />
        <AlikePlaces
          begin={{ ledgerId: ledger.id }}
          words={ledger.words}
          areaCode={ledger.areaCode}
          choice={choice}
          onChoice={setChoice}
          onAsked={() => {}}
          known={(place) => <LinkPlace place={place} />}
        />
      </Drawer>
    </>
  );
}

function LinkPlace({ place: { site, orders } }: { place: Place }) {
  const act = useAct(ledgerSites.linkOrders, { done: words.linked, stale: staleLedgers });
  if (site === null) return null;
  return (
    <Button
      size="small"
      loading={act.isPending}
      onClick={() => act.mutate({ siteId: site.id, orderIds: orders.map(({ id }) => id) })}
    >
      {words.link}
    </Button>
  );
}
