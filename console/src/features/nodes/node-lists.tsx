import { nodeKindLabel, nodePhaseLabel, nodes } from '@minsheng/contract';
import { Button, DatePicker, Form, Input, InputNumber } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { useMe } from '../../shell/session.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type NodeBrief, type NodeList, staleNodes } from './nodes.queries.ts';
import { nodesText as words } from './text.ts';

interface NodeListsProps {
  list: NodeList;
  chosen: string | undefined;
  onChoose: (nodeId: string) => void;
}

/** 本年节点, and those of the calendar nobody has begun. */
export function NodeLists({ list, chosen, onChoose }: NodeListsProps) {
  return (
    <>
      <Panel title={words.list} extra={list.can.work ? <AddNode onAdded={onChoose} /> : undefined}>
        {list.rows.length === 0 && <p className="soft">{words.none}</p>}
        <ul className="plain-list node-list">
          {list.rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                aria-current={row.id === chosen}
                onClick={() => onChoose(row.id)}
              >
                <NodeLine row={row} />
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      {list.listed.length > 0 && (
        <details className="panel">
          <summary>{words.calendar}</summary>
          <Calendar list={list} onChoose={onChoose} />
        </details>
      )}
    </>
  );
}

function NodeLine({ row }: { row: NodeBrief }) {
  const tone = row.phase === 'window' ? 'chip-alarm' : 'chip-plain';
  return (
    <>
      <span className={`chip ${tone}`}>{nodePhaseLabel[row.phase]}</span>{' '}
      <strong>{row.name}</strong> <span className="soft">{words.days(row.first, row.last)}</span>{' '}
      {row.watched > 0 && (
        <span>
          {words.watched(row.watched)} {words.zero(row.zero)}
        </span>
      )}
    </>
  );
}

function Calendar({ list, onChoose }: Omit<NodeListsProps, 'chosen'>) {
  const act = useAct(nodes.openNode, {
    done: words.opened,
    stale: staleNodes,
    onDone: ({ nodeId }) => onChoose(nodeId),
  });
  return (
    <DataTable
      heads={words.calendarHeads}
      rows={list.listed.map(({ code, year, name, kind, first, last, isSure }) => ({
        key: code,
        cells: [
          name,
          <span key="days">
            {words.days(first, last)}{' '}
            {!isSure && <span className="chip chip-wait">{words.unsure}</span>}
          </span>,
          nodeKindLabel[kind],
          list.can.work ? (
            <Button
              key="open"
              aria-label={`${words.open} ${name}`}
              loading={act.isPending}
              onClick={() => act.mutate({ code, year })}
            >
              {words.open}
            </Button>
          ) : (
            ''
          ),
        ],
      }))}
    />
  );
}

interface Values {
  name: string;
  span: [Dayjs, Dayjs];
  daysBefore: number;
  daysAfter: number;
  areaCode: string;
}

const needed = [{ required: true, message: words.add.needed }];
const dayFormat = 'YYYY-MM-DD';

function AddNode({ onAdded }: { onAdded: (nodeId: string) => void }) {
  const { city } = useMe();
  const act = useAct(nodes.addNode, {
    done: words.add.done,
    stale: staleNodes,
    quiet: true,
    onDone: ({ nodeId }) => onAdded(nodeId),
  });
  return (
    <FormButton
      label={words.add.button}
      help={words.add.help}
      act={act}
      initial={{ daysBefore: 3, daysAfter: 1, areaCode: city.code }}
      input={({ name, span, daysBefore, daysAfter, areaCode }: Values) => ({
        ...{ name, daysBefore, daysAfter, family: 'event' as const, matters: [] },
        areas: areaCode === city.code ? [] : [areaCode],
        first: span[0].format(dayFormat),
        last: span[1].format(dayFormat),
      })}
    >
      <Form.Item name="name" label={words.add.name} rules={needed}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="span" label={words.add.span} rules={needed}>
        <DatePicker.RangePicker className="wide" />
      </Form.Item>
      <Form.Item name="daysBefore" label={words.add.before} rules={needed}>
        <InputNumber min={0} max={30} />
      </Form.Item>
      <Form.Item name="daysAfter" label={words.add.after} rules={needed}>
        <InputNumber min={0} max={30} />
      </Form.Item>
      <Form.Item name="areaCode" label={words.add.area} rules={needed}>
        <AreaPicker />
      </Form.Item>
    </FormButton>
  );
}
