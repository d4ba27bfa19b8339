import { concernKindLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Ask } from './ask.tsx';
import { issueQuery, orderQuery } from './case.queries.ts';

/** What the address names: the form opens with it. */
export interface Named {
  order?: string | undefined;
  issue?: string | undefined;
}

/** What a form is about. */
export interface About {
  kind: 'order' | 'issue';
  id: string;
  name: string;
  place: string;
  point: { lng: number; lat: number } | null;
}

export interface AboutFormProps {
  about: About | null;
  onClose: () => void;
  /** What was made, by its id. */
  onDone: (id: string) => void;
}

interface FormAboutProps {
  label: string;
  named: Named;
  isPlain?: boolean;
  onClose: () => void;
  onDone: (id: string) => void;
  form: (props: AboutFormProps) => ReactNode;
}

/** A button and its form; opens by itself where another page sent the person here with what it is about. */
export function FormAbout({ label, named, isPlain, onClose, onDone, form }: FormAboutProps) {
  const { order, issue } = named;
  const [open, setOpen] = useState(order !== undefined || issue !== undefined);
  const formOf = (about: About | null) =>
    form({
      about,
      onClose: () => {
        setOpen(false);
        onClose();
      },
      onDone: (id) => {
        setOpen(false);
        onDone(id);
      },
    });
  return (
    <>
      <Button type={isPlain === true ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <Opened named={named} form={formOf} />}
    </>
  );
}

interface OpenedProps {
  named: Named;
  form: (about: About | null) => ReactNode;
}

function Opened({ named: { order, issue }, form }: OpenedProps) {
  if (order !== undefined) return <OfOrder orderId={order} form={form} />;
  if (issue !== undefined) return <OfIssue issueId={issue} form={form} />;
  return form(null);
}

interface OfProps {
  form: (about: About) => ReactNode;
}

function OfOrder({ orderId, form }: OfProps & { orderId: string }) {
  return (
    <Ask of={useQuery(orderQuery(orderId))}>
      {({ orderNo, areaName, address, point }) =>
        form({
          kind: 'order',
          id: orderId,
          name: `${concernKindLabel.order} ${orderNo}`,
          place: `${areaName}${address}`,
          point,
        })
      }
    </Ask>
  );
}

function OfIssue({ issueId, form }: OfProps & { issueId: string }) {
  return (
    <Ask of={useQuery(issueQuery(issueId))}>
      {({ orders: [first] }) =>
        form({
          kind: 'issue',
          id: issueId,
          name: `${concernKindLabel.issue} ${first?.title ?? ''}`,
          place: `${first?.areaName ?? ''}${first?.address ?? ''}`,
          point: null,
        })
      }
    </Ask>
  );
}
