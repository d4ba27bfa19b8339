import {
  type desk,
  noticeChannelLabel,
  noticeStateLabel,
  noticeWayLabel,
  type ReplyOf,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { fullInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { AnswerButton } from './answer-button.tsx';
import { twinsText } from './text.ts';
import { messagesQuery } from './twins.queries.ts';
import { twinsTabs } from './twins-search.ts';

const route = getRouteApi('/twins');

type Message = ReplyOf<typeof desk.sentMessages>['rows'][number];

function MessageLine({ message, isReal }: { message: Message; isReal: boolean }) {
  return (
    <div className="panel">
      <p className="row-tags">
        <span className="chip chip-busy">
          {isReal || message.channel === 'inbox'
            ? noticeWayLabel[message.channel]
            : twinsText.pretend(noticeWayLabel[message.channel])}
        </span>
        <span className="chip chip-plain">{noticeStateLabel[message.state]}</span>
        <span className="mono">{twinsText.to(message.to, message.toUnit ?? '')}</span>
        <span className="soft">{fullInstant(message.at)}</span>
        {message.orderNo !== null && <span className="soft mono">{message.orderNo}</span>}
        {message.mayAnswer && <AnswerButton messageId={message.id} to={message.to} />}
      </p>
      <p className="words">{message.text}</p>
    </div>
  );
}

/** 模拟外发: what the pretend carriers would have sent, and what stands on screens. */
export function TwinsPage() {
  const { way } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(messagesQuery(way));
  const real = list.data?.pages[0]?.real ?? [];
  return (
    <>
      <div className="page-title">
        <h1>{twinsText.title}</h1>
      </div>
      <Alert
        className="gap-below"
        type={real.length === 0 ? 'info' : 'warning'}
        showIcon
        title={
          real.length === 0
            ? twinsText.help
            : twinsText.helpReal(real.map((one) => noticeChannelLabel[one]))
        }
      />
      <DeskTabs
        label={twinsText.ways}
        open={way ?? 'all'}
        onOpen={(next) => navigate({ search: next === 'all' ? {} : { way: next } })}
        tabs={twinsTabs.map((name) => ({
          name,
          label: name === 'all' ? twinsText.all : noticeWayLabel[name],
          count: null,
        }))}
      />
      <KeysetList
        query={list}
        label={twinsText.listLabel}
        keyOf={(message) => message.id}
        empty={twinsText.empty}
        unit={twinsText.unit}
        render={(message) => <MessageLine message={message} isReal={isOneOf(real, message)} />}
      />
    </>
  );
}

const isOneOf = (real: readonly string[], { channel }: Message): boolean => real.includes(channel);
