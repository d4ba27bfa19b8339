import { ledgers } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { Panel } from '../../ui/panel.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { AlikePlaces, type Choice } from './alike-places.tsx';
import { pathsQuery, staleLedgers } from './ledgers.queries.ts';
import { ledgersText, foundText as words } from './text.ts';

const needed = [{ required: true, message: ledgersText.needed }];

interface Props {
  orderId: string;
  onFounded: (ledgerId: string) => void;
}

interface Values {
  name: string;
  path: string;
  unit: string;
  planOn: Dayjs;
}

/** 立账: what is alike is looked for, places are ticked, and the person founds the ledger. */
export function FoundLedger({ orderId, onFounded }: Props) {
  const order = useQuery(orderQuery(orderId));
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <Ask of={order}>{(found) => <Looking order={found} onFounded={onFounded} />}</Ask>
    </>
  );
}

interface LookingProps extends Pick<Props, 'onFounded'> {
  order: { id: string; orderNo: string; title: string; areaCode: string };
}

/** It begins in the county of the order. */
function Looking({ order, onFounded }: LookingProps) {
  const [choice, setChoice] = useState<Choice>(new Map());
  const [asked, setAsked] = useState({
    words: '',
    areaCode: order.areaCode.slice(0, 6).padEnd(12, '0'),
  });
  return (
    <div className="stack">
      <Panel title={words.of(order.orderNo)}>
        <p className="gap-below">{order.title}</p>
        <AlikePlaces
          begin={{ orderId: order.id }}
          {...asked}
          choice={choice}
          onChoice={setChoice}
          onAsked={setAsked}
        />
      </Panel>
      <Panel title={words.founding}>
        <Founding orderId={order.id} asked={asked} choice={choice} onFounded={onFounded} />
      </Panel>
    </div>
  );
}

interface FoundingProps extends Props {
  asked: { words: string; areaCode: string };
  choice: Choice;
}

function Founding({ orderId, asked, choice, onFounded }: FoundingProps) {
  const paths = useQuery(pathsQuery);
  const [form] = Form.useForm<Values>();
  const act = useAct(ledgers.foundLedger, {
    done: words.done,
    stale: staleLedgers,
    quiet: true,
    onDone: ({ ledgerId }) => onFounded(ledgerId),
  });
  const send = ({ name, path, unit, planOn }: Values) =>
    act.mutate({
      ...{ orderId, name, path, unit },
      words: asked.words,
      areaCode: asked.areaCode,
      planOn: planOn.format('YYYY-MM-DD'),
      sites: [...choice.values()],
    });
  return (
    <Form<Values> form={form} className="ledger-found" layout="vertical" onFinish={send}>
      <WhyRefused error={act.error} />
      <Form.Item
        name="name"
        label={words.name}
        rules={[{ required: true, whitespace: true, min: 4, message: ledgersText.neededWords }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="path" label={words.path} rules={needed}>
        <Select
          options={(paths.data?.rows ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="unit" label={words.unit} rules={needed}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="planOn" label={words.planOn} rules={needed}>
        <DatePicker className="wide" allowClear={false} />
      </Form.Item>
      <Button
        type="primary"
        loading={act.isPending}
        disabled={choice.size === 0}
        onClick={() => form.submit()}
      >
        {choice.size === 0 ? words.nothing : words.submit(choice.size)}
      </Button>
    </Form>
  );
}
