import {
  codeKindLabel,
  codeMaps,
  exchange,
  type MessageKind,
  messageKindLabel,
  messageKinds,
  messageStateLabel,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { Facts } from '../../ui/facts.tsx';
import { fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { messageQuery, type WholeMessage } from './exchange.queries.ts';
import { MapButton } from './map-button.tsx';
import { errorWords, exchangeText as words } from './text.ts';

export const kindWords = (kind: string): string => {
  const known: MessageKind | undefined = messageKinds.find((one) => one === kind);
  return known === undefined ? kind : messageKindLabel[known];
};

/** 一份报文: where it stands, why it did not get through, what it says. */
export function MessageDetail({ messageId }: { messageId: string }) {
  const message = useQuery(messageQuery(messageId));
  return <Ask of={message}>{(found) => <Whole message={found} />}</Ask>;
}

function Whole({ message }: { message: WholeMessage }) {
  const { direction, kind, peerName, body, can, orderId } = message;
  return (
    <Panel
      title={words.messageTitle(kindWords(kind), direction, peerName)}
      extra={<span className="chip chip-plain">{messageStateLabel[message.state]}</span>}
    >
      <Facts
        facts={[
          { label: words.error, value: errorWords(message.errorCode, message.errorWords) },
          { label: words.made, value: fullInstant(message.madeAt) },
          { label: words.sender, value: message.senderNo },
          { label: words.receiver, value: message.receiverNo ?? words.noNumber },
          { label: words.seq, value: String(message.seq) },
          { label: words.tries, value: message.attempts === 0 ? '' : String(message.attempts) },
          { label: words.next, value: message.nextAt && fullInstant(message.nextAt) },
          { label: words.settledBy, value: message.settledBy },
          { label: words.settledWhy, value: message.settledWhy },
          { label: words.messageName, value: <span className="mono">{message.messageName}</span> },
        ]}
      />
      <h3 className="exchange-acts">{words.body}</h3>
      {body ? (
        <pre className="told">{body}</pre>
      ) : (
        <p className="soft">{body === null ? words.noBody : words.bodyGone}</p>
      )}
      {can.replay && <Unmapped message={message} />}
      <div className="inline exchange-acts">
        {can.replay && <Replay message={message} />}
        {can.dismiss && <Dismiss message={message} />}
        {orderId !== null && body !== null && (
          <Link to="/orders/$orderId" params={{ orderId }}>
            {words.openOrder}
          </Link>
        )}
      </div>
    </Panel>
  );
}

/** 补对照 of each code it stands still for; with the last of them it goes on. */
function Unmapped({ message: { id, direction, unmapped } }: { message: WholeMessage }) {
  const act = useAct(codeMaps.mapAtMessage, {
    done: words.mappedAgain,
    stale: ['exchange'],
    quiet: true,
  });
  const isIn = direction === 'in';
  return unmapped.map(({ kind, code }) => (
    <p key={`${kind} ${code}`} className="inline exchange-acts">
      <span>
        {codeKindLabel[kind]} <span className="mono">{code}</span>
      </span>
      <MapButton
        kind={isIn ? kind : null}
        label={(isIn ? words.meansHere : words.meansThere)(codeKindLabel[kind], code)}
        act={act}
        input={(means) => ({ messageId: id, kind, code, means })}
      />
    </p>
  ));
}

function Replay({ message: { id, direction } }: { message: WholeMessage }) {
  const act = useAct(exchange.replayMessage, { done: words.replayed, stale: ['exchange'] });
  return (
    <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ messageId: id })}>
      {direction === 'in' ? words.replayIn : words.replayOut}
    </Button>
  );
}

function Dismiss({ message: { id: messageId, direction } }: { message: WholeMessage }) {
  const act = useAct(exchange.dismissMessage, {
    done: words.dismissed,
    stale: ['exchange'],
    quiet: true,
  });
  return (
    <ReasonButton
      label={words.dismiss}
      help={direction === 'in' ? words.dismissHelpIn : words.dismissHelp}
      needed
      danger
      act={act}
      input={(reason) => ({ messageId, reason })}
    />
  );
}
