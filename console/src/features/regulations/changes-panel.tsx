import {
  type CitingOutcome,
  citingOutcomeLabel,
  citingOutcomes,
  regulations,
} from '@minsheng/contract';
import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { type Change, type Regulation, staleRegulations } from './regulations.queries.ts';
import { changeText as words } from './text.ts';

const needed = [{ required: true, message: words.needed }];

/** 变动和核对: what changed, and what somebody said of each rule it may touch. */
export function Changes({ regulation }: { regulation: Regulation }) {
  const { changes, can } = regulation;
  return (
    <Panel
      title={words.title}
      extra={can.work ? <EnterChange regulation={regulation} /> : undefined}
    >
      {changes.length === 0 && <p className="soft">{words.none}</p>}
      {changes.map((change) => (
        <OneChange key={change.id} change={change} mayReview={can.work} />
      ))}
    </Panel>
  );
}

function OneChange({ change, mayReview }: { change: Change; mayReview: boolean }) {
  const { article, inForceOn, gist, rows, by, at, source, dueAt } = change;
  const isOpen = rows.some(({ outcome }) => outcome === null || outcome === 'to-change');
  return (
    <section className="gap-below">
      <h3>{words.line(article ?? words.whole, inForceOn)}</h3>
      <p>{change.words}</p>
      {gist !== null && <p>{gist}</p>}
      <p className="soft">
        {words.by(by, shortInstant(at), source)}
        {isOpen && `;${words.due(shortInstant(dueAt))}`}
      </p>
      {rows.length === 0 ? (
        <p className="soft">{words.untouched}</p>
      ) : (
        <DataTable
          heads={words.heads}
          rows={rows.map((row) => ({
            key: String(row.no),
            cells: [
              row.label,
              row.cites,
              mayReview ? <Review key="review" changeId={change.id} row={row} /> : saidOf(row),
            ],
          }))}
        />
      )}
    </section>
  );
}

const saidOf = ({ outcome, words: said, by }: Change['rows'][number]): string =>
  outcome === null ? '' : words.said(citingOutcomeLabel[outcome], said ?? '', by ?? '');

interface ReviewValues {
  outcome: CitingOutcome;
  words: string;
}

function Review({ changeId, row }: { changeId: string; row: Change['rows'][number] }) {
  const act = useAct(regulations.reviewCiting, {
    done: words.reviewed,
    stale: staleRegulations,
    quiet: true,
  });
  return (
    <>
      {saidOf(row)}{' '}
      <FormButton<ReviewValues, Parameters<typeof act.mutate>[0], { done: true }>
        label={row.outcome === null ? words.review : words.reviewAgain}
        act={act}
        initial={{ outcome: row.outcome ?? 'stays' }}
        input={(values) => ({ changeId, no: row.no, ...values })}
      >
        <Form.Item name="outcome" label={words.outcome} rules={needed}>
          <Select
            options={citingOutcomes.map((value) => ({ value, label: citingOutcomeLabel[value] }))}
          />
        </Form.Item>
        <Form.Item
          name="words"
          label={words.reason}
          rules={[{ required: true, whitespace: true, min: 2, message: words.reasonNeeded }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      </FormButton>
    </>
  );
}

interface Values {
  article?: string | null;
  words: string;
  gist?: string;
  inForceOn: Dayjs;
  source: string;
}

function EnterChange({ regulation: { code, articles } }: { regulation: Regulation }) {
  const act = useAct(regulations.enterChange, {
    done: words.entered,
    stale: staleRegulations,
    quiet: true,
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { changeId: string }>
      label={words.enter}
      help={words.help}
      kind="primary"
      act={act}
      input={({ article, gist, inForceOn, ...rest }) => ({
        code,
        ...rest,
        inForceOn: inForceOn.format('YYYY-MM-DD'),
        ...(article && { article }),
        ...(gist && { gist }),
      })}
    >
      <Form.Item name="article" label={words.article}>
        <Select
          allowClear
          placeholder={words.whole}
          options={articles.map(({ article }) => ({ value: article, label: article }))}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={words.words}
        rules={[{ required: true, whitespace: true, min: 4, message: words.wordsNeeded }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="gist" label={words.gist}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="inForceOn" label={words.inForceOn} rules={needed}>
        <DatePicker className="wide" />
      </Form.Item>
      <Form.Item name="source" label={words.source} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
    </FormButton>
  );
}
