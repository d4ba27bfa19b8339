import { nodes } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { type NodeWhole, staleNodes, type WatchBrief, watchesQuery } from './nodes.queries.ts';
import { watchText, reviewText as words } from './text.ts';
import { ZeroChip } from './watches-tab.tsx';

/** 复盘: once, when the window is over. */
export function ReviewTab({ node }: { node: NodeWhole }) {
  const watches = useQuery(watchesQuery(node.id));
  return (
    <Ask of={watches}>
      {({ rows }) => (
        <Panel title={words.title}>
          {node.review !== null && <Done node={node} rows={rows} />}
          {node.review === null && !node.can.review && <p>{words.notYet(node.to)}</p>}
          {node.can.review && <Review nodeId={node.id} rows={rows} />}
        </Panel>
      )}
    </Ask>
  );
}

function Done({ node, rows }: { node: NodeWhole; rows: readonly WatchBrief[] }) {
  return (
    <>
      <p>{node.review?.words}</p>
      <p className="soft">
        {node.review && watchText.by(node.review.by, shortInstant(node.review.at))}
      </p>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            {row.name} <ZeroChip zero={row.zero} />{' '}
            {row.stays !== null && (
              <span className="chip chip-plain">{row.stays ? words.stay : words.leave}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface Values {
  words: string;
  watches: Record<string, { stays: boolean; words: string }>;
}

function Review({ nodeId, rows }: { nodeId: string; rows: readonly WatchBrief[] }) {
  const act = useAct(nodes.reviewNode, { done: words.done, stale: staleNodes, quiet: true });
  const least = (min: number, message: string) => [
    { required: true, whitespace: true, min, message },
  ];
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{
        watches: Object.fromEntries(rows.map(({ id }) => [id, { stays: true, words: '' }])),
      }}
      onFinish={({ words: said, watches = {} }) =>
        act.mutate({
          nodeId,
          words: said,
          watches: Object.entries(watches).map(([watchId, row]) => ({ watchId, ...row })),
        })
      }
    >
      <p className="soft gap-below">{words.help}</p>
      {rows.map((row) => (
        <fieldset key={row.id} className="node-review">
          <legend>
            {row.name} <ZeroChip zero={row.zero} />
          </legend>
          <Form.Item name={['watches', row.id, 'stays']} valuePropName="checked">
            <Checkbox>{words.stays}</Checkbox>
          </Form.Item>
          <Form.Item
            name={['watches', row.id, 'words']}
            label={words.why}
            rules={least(4, words.whyNeeded)}
          >
            <Input maxLength={500} />
          </Form.Item>
        </fieldset>
      ))}
      <Form.Item name="words" label={words.words} rules={least(10, words.wordsNeeded)}>
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
      <WhyRefused error={act.error} />
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {words.button}
      </Button>
    </Form>
  );
}
