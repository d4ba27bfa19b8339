import { measureKindLabel, measureKinds } from '@minsheng/contract';
import { Facts } from './facts.tsx';
import { FileGrid } from './file-grid.tsx';
import { fullInstant } from './format.ts';
import type { OrderPageView } from './order-facts.tsx';
import { replyListText } from './text.ts';

type Reply = OrderPageView['replies'][number];

const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

function measureWords(reply: Reply): string {
  return reply.measures
    .map(({ kind, what }) => {
      const known = measureKinds.find((one) => one === kind);
      return known === undefined ? what : `${measureKindLabel[known]}:${what}`;
    })
    .join('\n');
}

function assetWords(reply: Reply): string {
  return reply.assetChanges
    .map(({ what, count, place }) => replyListText.assetWords(what, count, place))
    .join('\n');
}

function Evidence({ reply, order }: { reply: Reply; order: OrderPageView }) {
  const files = reply.evidence.flatMap(({ label, fileId }) => {
    const file = order.files.find((one) => one.id === fileId);
    return file === undefined ? [] : [{ ...file, name: label }];
  });
  if (files.length === 0) return null;
  return <FileGrid files={files} />;
}

/** 承办答复: conclusion, measures, evidence and the words the citizen reads. */
export function ReplyList({ order }: { order: OrderPageView }) {
  if (order.replies.length === 0) return <p className="soft">{replyListText.none}</p>;
  return (
    <ul className="plain-list">
      {order.replies.map((reply) => (
        <li key={`${reply.assignmentId}${reply.at}`} className="duty">
          <p>
            <strong>{reply.unitName}</strong>{' '}
            <span className="soft">
              {fullInstant(reply.at)}
              {reply.signedBy === null ? '' : ` · ${replyListText.signedBy(reply.signedBy)}`}
            </span>
          </p>
          <p className="words appeal">{reply.publicAnswer}</p>
          <Facts
            facts={[
              {
                label: replyListText.verdict,
                value: `${wordOf(replyListText.isTrue, reply.isTrue)},${wordOf(replyListText.isSolved, reply.isSolved)}`,
              },
              { label: replyListText.unsolvedReason, value: reply.unsolvedReason },
              { label: replyListText.process, value: reply.process },
              { label: replyListText.measures, value: measureWords(reply) },
              { label: replyListText.assets, value: assetWords(reply) },
              { label: replyListText.basis, value: reply.basis },
            ]}
          />
          <Evidence reply={reply} order={order} />
        </li>
      ))}
    </ul>
  );
}
