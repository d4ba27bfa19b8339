import { notices } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { useMe } from '../../shell/session.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { fullInstant } from '../../ui/format.ts';
import { KeysetList, rowsOf } from '../../ui/keyset-list.tsx';
import { type InboxMessage, inboxQuery } from './notices.queries.ts';
import { inboxTabs } from './search.ts';
import { inboxText as words } from './text.ts';

const route = getRouteApi('/inbox');

/** 我的消息: what was sent to this person's screen, and the way to it. */
export function InboxPage() {
  const me = useMe();
  const { tab = 'unread' } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(inboxQuery(me.account.id, tab === 'unread'));
  const rows = rowsOf(list.data);
  const newest = rows.find(({ readAt }) => readAt === null);
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
        {newest && <ReadAll upTo={newest.id} />}
      </div>
      <p className="soft gap-below">{words.help}</p>
      <DeskTabs
        label={words.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={inboxTabs.map((name) => ({ name, label: words.tab[name], count: null }))}
      />
      <KeysetList
        query={list}
        label={words.listLabel}
        keyOf={({ id }) => id}
        empty={words.empty[tab]}
        unit={words.unit}
        render={(message) => <MessageLine message={message} />}
      />
    </>
  );
}

const stale = ['inbox', 'inbox-count'];

function ReadAll({ upTo }: { upTo: string }) {
  const act = useAct(notices.readAll, { done: words.allRead, stale });
  return (
    <Button onClick={() => act.mutate({ upTo })} loading={act.isPending}>
      {words.readAll}
    </Button>
  );
}

function MessageLine({ message }: { message: InboxMessage }) {
  const act = useAct(notices.readMessage, { done: null, stale, quiet: true });
  const isNew = message.readAt === null;
  const read = () => {
    if (isNew) act.mutate({ postingId: message.id });
  };
  return (
    <div className="panel">
      <p className="row-tags">
        {isNew && <span className="chip chip-busy">{words.fresh}</span>}
        {message.urgent && <span className="chip chip-alarm">{words.urgent}</span>}
        <span className="soft">{fullInstant(message.at)}</span>
      </p>
      <p className="words">{message.text || words.destroyed}</p>
      <div className="inline">
        <WayTo about={message.about} onOpen={read} />
        {isNew && (
          <Button size="small" onClick={read} loading={act.isPending}>
            {words.read}
          </Button>
        )}
      </div>
    </div>
  );
}

function WayTo({ about, onOpen }: { about: InboxMessage['about']; onOpen: () => void }) {
  switch (about.kind) {
    case 'order':
      return (
        <Link to="/orders/$orderId" params={{ orderId: about.orderId }} onClick={onOpen}>
          {words.about.order}
        </Link>
      );
    case 'letter':
      return (
        <Link to="/letters" onClick={onOpen}>
          {words.about.letter}
        </Link>
      );
    case 'task':
      return (
        <Link to="/tasks" onClick={onOpen}>
          {words.about.task}
        </Link>
      );
    case 'meeting':
      return (
        <Link to="/meetings" onClick={onOpen}>
          {words.about.meeting}
        </Link>
      );
    case 'visit':
      return (
        <Link to="/visits" onClick={onOpen}>
          {words.about.visit}
        </Link>
      );
    case 'none':
      return null;
  }
}
