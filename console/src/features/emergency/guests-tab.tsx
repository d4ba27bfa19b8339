import { emergency, guestStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, Input, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { type Guest, guestsQuery, staleEmergency } from './emergency.queries.ts';
import { emergencyText, guestsText as words } from './text.ts';

interface HandedOut {
  login: string;
  firstPassword: string;
}

/** 互助接听: who of another centre answers calls here, until when, and what they took down. */
export function GuestsTab({ modeId }: { modeId: string }) {
  const guests = useQuery(guestsQuery(modeId));
  const [handed, setHanded] = useState<HandedOut | null>(null);
  return (
    <Ask of={guests}>
      {({ rows, can }) => (
        <Panel
          title={emergencyText.tabs.guests}
          extra={can.ask ? <AskGuest modeId={modeId} /> : undefined}
        >
          <p className="soft gap-below">{words.help}</p>
          {rows.length === 0 && <p className="soft">{words.none}</p>}
          <ul className="plain-list">
            {rows.map((guest) => (
              <li key={guest.id}>
                <GuestLine guest={guest} onHanded={setHanded} />
              </li>
            ))}
          </ul>
          <Handed handed={handed} onRead={() => setHanded(null)} />
        </Panel>
      )}
    </Ask>
  );
}

function GuestLine({ guest, onHanded }: { guest: Guest; onHanded: (out: HandedOut) => void }) {
  const approve = useAct(emergency.approveGuest, {
    done: null,
    stale: staleEmergency,
    onDone: onHanded,
  });
  // Of what was only asked for there is no account yet.
  const ending = guest.state === 'asked' ? words.cancelling : words.ending;
  const end = useAct(emergency.endGuest, { done: ending.done, stale: staleEmergency });
  const guestId = guest.id;
  return (
    <>
      <strong>
        {guest.name}({guest.centre})
      </strong>{' '}
      <span className={`chip ${guest.state === 'helping' ? 'chip-busy' : 'chip-plain'}`}>
        {guestStateLabel[guest.state]}
      </span>
      <div className="soft">
        {words.line(shortInstant(guest.fromAt), shortInstant(guest.endedAt ?? guest.untilAt))}{' '}
        {words.askedBy(guest.askedBy)}{' '}
        {guest.approvedBy !== null && words.approvedBy(guest.approvedBy)}
      </div>
      <div>
        {words.orders(guest.orders.length, guest.hasMoreOrders)}{' '}
        {guest.orders.map(({ orderId, orderNo }) => (
          <Link key={orderId} to="/orders/$orderId" params={{ orderId }}>
            {orderNo}{' '}
          </Link>
        ))}
      </div>
      <div className="inline">
        {guest.can.approve && (
          <ConfirmButton
            label={words.approve}
            help={words.handedHelp}
            isPending={approve.isPending}
            onSure={() => approve.mutate({ guestId })}
          />
        )}
        {guest.can.end && (
          <ConfirmButton
            label={ending.label}
            help={ending.help}
            isPending={end.isPending}
            onSure={() => end.mutate({ guestId })}
          />
        )}
      </div>
    </>
  );
}

function Handed({ handed, onRead }: { handed: HandedOut | null; onRead: () => void }) {
  return (
    <Modal
      title={words.handed}
      open={handed !== null}
      onOk={onRead}
      onCancel={onRead}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      <p className="gap-below">{words.handedHelp}</p>
      {handed && (
        <Facts
          facts={[
            { label: words.login, value: handed.login },
            {
              label: words.password,
              value: <Typography.Text copyable>{handed.firstPassword}</Typography.Text>,
            },
          ]}
        />
      )}
    </Modal>
  );
}

const hours = [4, 8, 12, 24, 48, 72];
const needed = [{ required: true, whitespace: true, min: 2, message: emergencyText.needed }];

function AskGuest({ modeId }: { modeId: string }) {
  const act = useAct(emergency.askGuest, {
    done: words.asked,
    stale: staleEmergency,
    quiet: true,
  });
  return (
    <FormButton
      label={words.ask}
      act={act}
      initial={{ hours: 8 }}
      input={(form: { name: string; centre: string; hours: number }) => ({ modeId, ...form })}
    >
      <Form.Item name="name" label={words.name} rules={needed}>
        <Input maxLength={12} />
      </Form.Item>
      <Form.Item name="centre" label={words.centre} extra={words.centreHelp} rules={needed}>
        <Input maxLength={24} />
      </Form.Item>
      <Form.Item name="hours" label={words.hours}>
        <Select
          options={hours.map((count) => ({ value: count, label: words.hoursOption(count) }))}
        />
      </Form.Item>
    </FormButton>
  );
}
