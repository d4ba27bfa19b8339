import { exchange } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useAct } from '../../shell/act.ts';
import { nowMs } from '../../shell/browser-clock.ts';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { shortInstant, spanText } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { peersQuery } from '../../ui/peers.queries.ts';
import type { PeerRow, Peers } from './exchange.queries.ts';
import { AddPeer, ChangePeer } from './peer-form.tsx';
import type { ExchangeTab } from './search.ts';
import { exchangeText as words } from './text.ts';

type OpenTab = (tab: ExchangeTab, peer: string) => void;

/** 对接方: how each of them is, and what waits for it. */
export function PeersPanel({ onOpen }: { onOpen: OpenTab }) {
  const list = useQuery(peersQuery);
  return (
    <Ask of={list}>
      {({ rows, adapters, nets, base, can }) => (
        <>
          <div className="inline gap-below">
            {can.govern && <AddPeer adapters={adapters} nets={nets} />}
            <span className="soft">{words.base(base)}</span>
          </div>
          {rows.length === 0 && <EmptyState words={`${words.noPeers}${words.noPeersHelp}`} />}
          <div className="stack">
            {rows.map((peer) => (
              <PeerPanel key={peer.code} peer={peer} can={can} onOpen={onOpen} />
            ))}
          </div>
        </>
      )}
    </Ask>
  );
}

interface PeerPanelProps {
  peer: PeerRow;
  can: Peers['can'];
  onOpen: OpenTab;
}

function PeerPanel({ peer, can, onOpen }: PeerPanelProps) {
  const count = (tab: ExchangeTab, number: number, unit: string) =>
    number === 0 ? (
      '0'
    ) : (
      <Button size="small" onClick={() => onOpen(tab, peer.code)}>
        {number} {unit}
      </Button>
    );
  return (
    <Panel title={peer.name} extra={<Health peer={peer} />}>
      <Facts
        facts={[
          { label: words.waiting, value: count('waiting', peer.waiting, words.unit) },
          { label: words.oldest, value: ageOf(peer.oldestAt) },
          { label: words.held, value: count('held', peer.held, words.unit) },
          { label: words.dead, value: count('dead', peer.dead, words.unit) },
          {
            label: words.mismatchedDays,
            value: count('compared', peer.mismatchedDays, words.dayUnit),
          },
          { label: words.lastOut, value: instantOr(peer.lastOutAt) },
          { label: words.lastIn, value: instantOr(peer.lastInAt) },
          { label: words.adapter, value: peer.adapterLabel },
          { label: words.net, value: peer.netName },
          { label: words.code, value: <span className="mono">{peer.code}</span> },
          { label: words.address, value: <span className="mono">{peer.baseUrl}</span> },
          {
            label: words.scheme,
            value: peer.adapter === 'folder' ? '' : words.schemes[peer.scheme],
          },
          { label: words.ownKey, value: keyOf(peer.ownPublicKey) },
        ]}
      />
      <div className="inline exchange-acts">
        {can.settle && peer.waiting > 0 && <SendNow code={peer.code} />}
        {can.govern && <ChangePeer peer={peer} />}
        {can.govern && <Turn peer={peer} />}
      </div>
    </Panel>
  );
}

const instantOr = (at: string | null): string => (at === null ? words.never : shortInstant(at));

const keyOf = (key: string | null) => key && <span className="mono break">{key}</span>;

const ageOf = (at: string | null): string =>
  at === null ? '' : words.minutesAgo(spanText((nowMs() - Date.parse(at)) / 60_000));

function Health({ peer }: { peer: PeerRow }) {
  if (!peer.isOn) return <span className="chip chip-plain">{words.isOff}</span>;
  if (peer.downSince === null) return <span className="chip chip-good">{words.isWell}</span>;
  return (
    <>
      <span className="chip chip-alarm">{words.isDown(shortInstant(peer.downSince))}</span>
      {peer.holdUntil !== null && (
        <span className="soft">{words.nextTry(shortInstant(peer.holdUntil))}</span>
      )}
    </>
  );
}

function SendNow({ code }: { code: string }) {
  const act = useAct(exchange.sendNow, { done: words.tried, stale: ['exchange'] });
  return (
    <Button loading={act.isPending} onClick={() => act.mutate({ code })}>
      {words.sendNow}
    </Button>
  );
}

function Turn({ peer }: { peer: PeerRow }) {
  const act = useAct(exchange.changePeer, { done: words.changed, stale: ['exchange'] });
  const turn = (isOn: boolean) => act.mutate({ code: peer.code, isOn });
  if (!peer.isOn)
    return (
      <Button loading={act.isPending} onClick={() => turn(true)}>
        {words.turnOn}
      </Button>
    );
  return (
    <Popconfirm title={words.turnOff} description={words.turnOffHelp} onConfirm={() => turn(false)}>
      <Button danger loading={act.isPending}>
        {words.turnOff}
      </Button>
    </Popconfirm>
  );
}
