import type { orders, ReplyOf } from '@minsheng/contract';
import { shortInstant } from './format.ts';
import { requesterWordsText as words } from './text.ts';
import './requester-words.css';

type InfoRequest = ReplyOf<typeof orders.orderPage>['infoRequests'][number];

interface SupplementsProps {
  rows: readonly { at: string; by?: string; content: string }[];
}

/** 补充: what the requester added by themselves. */
export function Supplements({ rows }: SupplementsProps) {
  if (rows.length === 0) return null;
  return (
    <ul className="plain-list">
      {rows.map((one) => (
        <li key={`${one.at}${one.content}`}>
          <span className="soft">
            {shortInstant(one.at)} {one.by}
          </span>
          <p className="words">{one.content}</p>
        </li>
      ))}
    </ul>
  );
}

function Answer({ request }: { request: InfoRequest }) {
  const { answer, answeredAt, state } = request;
  if (answer === null || answeredAt === null) return <p className="soft">{words.state[state]}</p>;
  return (
    <>
      <span className="soft">{words.answered(shortInstant(answeredAt))}</span>
      <p className="words">{answer}</p>
    </>
  );
}

/** 询问与答复: what a unit wanted to know, with what it heard right beneath. */
export function InfoRequests({ rows }: { rows: readonly InfoRequest[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="info-requests" aria-label={words.title}>
      <h3>{words.title}</h3>
      {rows.map((request) => (
        <div key={request.askedAt} className={`info-request is-${request.state}`}>
          <span className="soft">
            {words.asked(request.unitName, shortInstant(request.askedAt))}
          </span>
          <p className="words">{request.question}</p>
          <Answer request={request} />
        </div>
      ))}
    </section>
  );
}
