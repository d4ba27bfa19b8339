import { messageStateLabel } from '@minsheng/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { useMe } from '../../shell/session.ts';
import { DayField } from '../../ui/day-field.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { dayText, shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { ListLine } from '../../ui/list-line.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { CodesPanel } from './codes-panel.tsx';
import { ComparedPanel } from './compared-panel.tsx';
import './exchange.css';
import { peersQuery } from '../../ui/peers.queries.ts';
import { type MessageRow, messagesQuery } from './exchange.queries.ts';
import { kindWords, MessageDetail } from './message-detail.tsx';
import { PeersPanel } from './peers-panel.tsx';
import { type ExchangeSearch, type ExchangeTab, exchangeTabs } from './search.ts';
import { errorWords, exchangeText as words } from './text.ts';

const route = getRouteApi('/exchange');

/** Their interfaces tell nothing of a day. */
const answersNoQuestions = ['folder', 'open311'];

/** 数据对接: who is connected, what does not get through, what passed, and whether both sides have the same. */
export function ExchangePage() {
  const me = useMe();
  const search = route.useSearch();
  const { tab = 'peers', peer, day = dayText(me.now), open } = search;
  const navigate = route.useNavigate();
  const go = (next: ExchangeSearch) => navigate({ search: next });
  const peers = useQuery(peersQuery).data;
  const adapter = peers?.rows.find(({ code }) => code === peer)?.adapter ?? '';
  const total = (name: 'dead' | 'waiting' | 'held' | 'mismatchedDays') =>
    peers?.rows.reduce((sum, row) => sum + row[name], 0) ?? null;
  const countOf = (name: ExchangeTab) => {
    if (name === 'compared') return total('mismatchedDays');
    return name === 'dead' || name === 'waiting' || name === 'held' ? total(name) : null;
  };
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.help}</p>
      <DeskTabs
        label={words.tabs}
        open={tab}
        onOpen={(next) => go({ tab: next, peer })}
        tabs={exchangeTabs.map((name) => ({ name, label: words.tab[name], count: countOf(name) }))}
      />
      {tab === 'peers' && <PeersPanel onOpen={(next, of) => go({ tab: next, peer: of })} />}
      {tab === 'codes' && <CodesPanel net={search.net} onNet={(net) => go({ tab, net })} />}
      {tab !== 'peers' && tab !== 'codes' && (
        <div className="inline gap-below">
          <PeerChoice
            nobody={tab === 'day' ? words.noPeerChosen : words.allPeers}
            peer={peer}
            onPeer={(of) => go({ ...search, peer: of, open: undefined })}
          />
          {(tab === 'day' || tab === 'compared') && (
            <DayField
              label={words.day}
              day={day}
              onDay={(on) => go({ ...search, day: on, open: undefined })}
            />
          )}
        </div>
      )}
      {tab === 'compared' && (
        <ComparedPanel
          peer={peer}
          day={day}
          mayCompare={
            (peers?.can.settle ?? false) &&
            !answersNoQuestions.includes(adapter) &&
            day < dayText(me.now)
          }
          onDay={(of, on, message) => go({ tab: 'day', peer: of, day: on, open: message })}
        />
      )}
      {tab !== 'peers' && tab !== 'compared' && tab !== 'codes' && (
        <Messages
          asked={{ box: tab, peer, day }}
          open={open}
          onOpen={(id) => go({ ...search, open: id })}
        />
      )}
    </>
  );
}

interface PeerChoiceProps {
  peer: string | undefined;
  /** What it says while no peer is named. */
  nobody: string;
  onPeer: (code: string | undefined) => void;
}

function PeerChoice({ peer, nobody, onPeer }: PeerChoiceProps) {
  const rows = useQuery(peersQuery).data?.rows ?? [];
  return (
    <Field label={words.peer}>
      {(id) => (
        <Select
          id={id}
          className="peer-choice"
          value={peer ?? ''}
          onChange={(code: string) => onPeer(code === '' ? undefined : code)}
          options={[
            { value: '', label: nobody },
            ...rows.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      )}
    </Field>
  );
}

interface MessagesProps {
  asked: { box: 'dead' | 'waiting' | 'held' | 'day'; peer: string | undefined; day: string };
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
}

function Messages({ asked, open, onOpen }: MessagesProps) {
  const isReady = asked.box !== 'day' || asked.peer !== undefined;
  const list = useInfiniteQuery({ ...messagesQuery(asked), enabled: isReady });
  if (!isReady) return <EmptyState words={words.choosePeer} />;
  return (
    <SplitPage
      onBack={() => onOpen(undefined)}
      list={
        <KeysetList
          query={list}
          label={words.listLabel}
          keyOf={({ id }) => id}
          empty={words.empty[asked.box]}
          unit={words.unit}
          render={(row) => (
            <ListLine words={lineOf(row)} isOpen={row.id === open} onOpen={() => onOpen(row.id)} />
          )}
        />
      }
      detail={open === undefined ? null : <MessageDetail key={open} messageId={open} />}
    />
  );
}

const lineOf = (row: MessageRow) => ({
  title: words.messageTitle(kindWords(row.kind), row.direction, row.peerName),
  tags: (
    <span className={`chip ${row.state === 'dead' ? 'chip-alarm' : 'chip-plain'}`}>
      {messageStateLabel[row.state]}
    </span>
  ),
  meta: [
    shortInstant(row.madeAt),
    words.numbers(row.senderNo, row.receiverNo),
    words.attempts(row.attempts),
    errorWords(row.errorCode, row.errorWords),
  ],
});
