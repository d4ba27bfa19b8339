import { type desk, noticeStateLabel, type ReplyOf } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { fullInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { AnswerButton } from './answer-button.tsx';
import { twinsText } from './text.ts';
import { messagesQuery } from './twins.queries.ts';

type Message = ReplyOf<typeof desk.sentMessages>['rows'][number];

function MessageLine({ message }: { message: Message }) {
  return (
    <div className="panel">
      <p className="row-tags">
        <span className="chip chip-busy">{twinsText.channel[message.channel]}</span>
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

/** 模拟外发: what the pretend SMS and telephone would have sent. */
export function TwinsPage() {
  const list = useInfiniteQuery(messagesQuery);
  return (
    <>
      <div className="page-title">
        <h1>{twinsText.title}</h1>
      </div>
      <Alert className="gap-below" type="info" showIcon title={twinsText.help} />
      <KeysetList
        query={list}
        label={twinsText.listLabel}
        keyOf={(message) => message.id}
        empty={twinsText.empty}
        render={(message) => <MessageLine message={message} />}
      />
    </>
  );
}
