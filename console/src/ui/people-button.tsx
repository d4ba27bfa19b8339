import { orders } from '@minsheng/contract';
import { Alert, Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../shell/act.ts';
import { Facts } from './facts.tsx';
import { peopleText } from './text.ts';

type Purpose = (typeof orders.purposes)[number];

interface PeopleButtonProps {
  orderId: string;
  /** The purpose that fits the desk; the person may choose another. */
  purpose: Purpose;
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
            {act.error !== null && (
              <Alert
                className="gap-below"
                type="error"
                showIcon
                role="alert"
                title={act.error.message}
              />
            )}
          </>
        ) : (
          <>
            {act.data.isMasked && <p className="soft">{peopleText.masked}</p>}
            {act.data.anonymous && <p className="soft">{peopleText.anonymous}</p>}
            <Facts
              facts={[
                { label: peopleText.name, value: act.data.name },
                { label: peopleText.phone, value: act.data.phone },
                { label: peopleText.otherPhone, value: act.data.otherPhone },
                { label: peopleText.identityNumber, value: act.data.identityNumber },
                { label: peopleText.company, value: act.data.companyName },
                {
                  label: peopleText.tags,
                  value: act.data.tags
                    .map(
                      (tag) =>
                        new Map<string, string>(Object.entries(peopleText.tagWords)).get(tag) ??
                        tag,
                    )
                    .join('、'),
                },
              ]}
            />
          </>
        )}
      </Modal>
    </>
  );
}
