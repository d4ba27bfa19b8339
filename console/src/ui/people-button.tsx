import { orders, type ReplyOf } from '@minsheng/contract';
import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../shell/act.ts';
import { Facts } from './facts.tsx';
import { peopleText } from './text.ts';
import { WhyRefused } from './why-refused.tsx';

type Purpose = (typeof orders.purposes)[number];

interface PeopleButtonProps {
  orderId: string;
  /** The purpose that fits the desk; the person may choose another. */
  purpose: Purpose;
}

type Person = ReplyOf<typeof orders.viewPeople>;

function tagWord(tag: string): string {
  return new Map<string, string>(Object.entries(peopleText.tagWords)).get(tag) ?? tag;
}

function Person({ person }: { person: Person }) {
  return (
    <>
      {person.isMasked && <p className="soft">{peopleText.masked}</p>}
      {person.anonymous && <p className="soft">{peopleText.anonymous}</p>}
      <Facts
        facts={[
          { label: peopleText.name, value: person.name },
          { label: peopleText.phone, value: person.phone },
          { label: peopleText.otherPhone, value: person.otherPhone },
          { label: peopleText.identityNumber, value: person.identityNumber },
          { label: peopleText.company, value: person.companyName },
          { label: peopleText.tags, value: person.tags.map(tagWord).join('、') },
        ]}
      />
    </>
  );
}

/** 查看诉求人: only with a purpose, and every look is kept. */
export function PeopleButton({ orderId, purpose: usual }: PeopleButtonProps) {
  const [open, setOpen] = useState(false);
  const [purpose, setPurpose] = useState<Purpose>(usual);
  const act = useAct(orders.viewPeople, { done: null, stale: ['order-timeline'], quiet: true });
  const close = () => {
    setOpen(false);
    act.reset();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{peopleText.open}</Button>
      <Modal
        title={peopleText.title}
        open={open}
        onCancel={close}
        okText={act.data === undefined ? peopleText.view : peopleText.close}
        onOk={() => (act.data === undefined ? act.mutate({ orderId, purpose }) : close())}
        confirmLoading={act.isPending}
        destroyOnHidden
      >
        {act.data === undefined ? (
          <>
            <p className="gap-below">{peopleText.ask}</p>
            <Radio.Group
              className="radio-lines"
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
              options={orders.purposes.map((one) => ({
                value: one,
                label: orders.purposeLabel[one],
              }))}
            />
            <WhyRefused error={act.error} />
          </>
        ) : (
          <Person person={act.data} />
        )}
      </Modal>
    </>
  );
}
