import {
  media,
  type PromiseResult,
  promiseResultLabel,
  promiseResults,
  taskStateLabel,
} from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { dayText, fullInstant, shortInstant } from '../../ui/format.ts';
import { type PromiseRow, staleMedia } from './media.queries.ts';
import { OrderName } from './order-name.tsx';
import { promisesText as words } from './results-text.ts';
import { partText } from './text.ts';

/** 一项承诺: its task, and the record that closes it. */
export function PromiseItem({ row, mayClose }: { row: PromiseRow; mayClose: boolean }) {
  const { closing } = row;
  return (
    <div className="row media-promise">
      <p>
        <strong>{row.words}</strong>{' '}
        {row.isLate && <span className="chip chip-alarm">{words.late}</span>}
      </p>
      <p className="soft">
        {words.line(row.leader, fullInstant(row.startsAt))} · {row.unit.name} ·{' '}
        {words.due(dayText(row.dueAt))}
      </p>
      <p>
        <OrderName order={{ id: row.orderId, orderNo: row.orderNo, mayOpen: row.mayOpen }} /> ·{' '}
        <Link to="/tasks" search={{ tab: 'all', task: row.taskId }}>
          {words.task(row.taskNo)}
        </Link>{' '}
        {taskStateLabel[row.taskState]}
      </p>
      {closing && (
        <p role="status">
          <span className="chip chip-plain">
            {words.closing(
              promiseResultLabel[closing.result],
              closing.by,
              shortInstant(closing.at),
            )}
          </span>{' '}
          {closing.words}
        </p>
      )}
      {!closing && mayClose && <ClosePromise row={row} />}
    </div>
  );
}

function ClosePromise({ row: { dayId, no } }: { row: PromiseRow }) {
  const act = useAct(media.closePromise, { done: words.closed, stale: staleMedia, quiet: true });
  return (
    <FormButton
      label={words.close}
      help={words.closeHelp}
      act={act}
      input={(values: { result: PromiseResult; words: string }) => ({ dayId, no, ...values })}
    >
      <Form.Item
        name="result"
        label={words.result}
        rules={[{ required: true, message: partText.needed }]}
      >
        <Select
          options={promiseResults.map((value) => ({ value, label: promiseResultLabel[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={words.words}
        rules={[{ required: true, whitespace: true, min: 4, message: partText.least(4) }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormButton>
  );
}
