import { type VisitPurpose, visitPurposeLabel, visitPurposes, visits } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { nowMs } from '../../shell/browser-clock.ts';
import { Ask } from '../../ui/ask.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { orderQuery } from '../../ui/ground.queries.ts';
import { PointPicker } from '../../ui/map-point.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { visitsText } from './text.ts';
import { checklistsQuery, staleVisits, visitorsQuery } from './visits.queries.ts';

const words = visitsText.ask;
const usualDays = 3;
const needed = [{ required: true, message: words.needed }];

interface Values {
  purpose: VisitPurpose;
  checklist: string;
  visitorUnit: string;
  visitorId?: string | null;
  place: string;
  point?: { lng: number; lat: number } | null;
  what: string;
  visitBy: Dayjs;
}

/** What is looked at: an order, or no particular thing. */
interface About {
  id: string;
  orderNo: string;
  place: string;
  point: { lng: number; lat: number } | null;
}

interface AskVisitProps {
  orderId: string | undefined;
  onClose: () => void;
  onAsked: (visitId: string) => void;
}

/** 派现场核查. Opens by itself where an order page sent the person here. */
export function AskVisit({ orderId, onClose, onAsked }: AskVisitProps) {
  const [open, setOpen] = useState(orderId !== undefined);
  const close = () => {
    setOpen(false);
    onClose();
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      {open &&
        (orderId === undefined ? (
          <AskForm about={null} onClose={close} onAsked={onAsked} />
        ) : (
          <AskAboutOrder orderId={orderId} onClose={close} onAsked={onAsked} />
        ))}
    </>
  );
}

function AskAboutOrder({ orderId, ...given }: AskVisitProps & { orderId: string }) {
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {({ orderNo, areaName, address, point }) => (
        <AskForm
          about={{ id: orderId, orderNo, place: `${areaName}${address}`, point }}
          {...given}
        />
      )}
    </Ask>
  );
}

interface AskFormProps {
  about: About | null;
  onClose: () => void;
  onAsked: (visitId: string) => void;
}

function AskForm({ about, onClose, onAsked }: AskFormProps) {
  const [form] = Form.useForm<Values>();
  const act = useAct(visits.askVisit, {
    done: words.done,
    stale: staleVisits,
    quiet: true,
    onDone: ({ visitId }) => onAsked(visitId),
  });
  const send = ({ visitorId, point, visitBy, ...rest }: Values) =>
    act.mutate({
      ...rest,
      visitBy: visitBy.format('YYYY-MM-DD'),
      ...(about ? { concern: { kind: 'order' as const, id: about.id } } : {}),
      ...(visitorId ? { visitorId } : {}),
      ...(point ? { point } : {}),
    });
  const initial: Partial<Values> = {
    purpose: about ? 'answer-check' : 'spot-check',
    place: about?.place ?? '',
    point: about?.point ?? null,
    visitBy: dayjs(nowMs()).add(usualDays, 'day'),
  };
  return (
    <FormDrawer<Values>
      title={words.button}
      submitLabel={words.button}
      open
      onClose={onClose}
      isPending={act.isPending}
      error={act.error}
      form={form}
      initial={initial}
      onSubmit={send}
    >
      <p className="gap-below soft">{words.help}</p>
      {about && (
        <p>
          {words.order}:{about.orderNo}
        </p>
      )}
      <WhyAndWho form={form} />
      <Form.Item name="place" label={words.place} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="point" label={words.point}>
        <PointPicker name={words.place} />
      </Form.Item>
      <Form.Item name="what" label={words.what} extra={words.whatHelp} rules={needed}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="visitBy" label={words.visitBy} rules={needed}>
        <DatePicker className="wide" allowClear={false} />
      </Form.Item>
    </FormDrawer>
  );
}

const purposeOptions = visitPurposes.map((value) => ({ value, label: visitPurposeLabel[value] }));

function WhyAndWho({ form }: { form: ReturnType<typeof Form.useForm<Values>>[0] }) {
  const checklists = useQuery(checklistsQuery);
  const chosen = Form.useWatch('checklist', form);
  const unit = Form.useWatch('visitorUnit', form) ?? null;
  const visitors = useQuery(visitorsQuery(unit));
  const rows = checklists.data?.rows ?? [];
  const items = rows.find(({ code }) => code === chosen)?.items ?? [];
  return (
    <>
      <Form.Item name="purpose" label={words.purpose} rules={needed}>
        <Select options={purposeOptions} />
      </Form.Item>
      <Form.Item
        name="checklist"
        label={words.checklist}
        rules={needed}
        extra={items.length > 0 ? words.items(items.map(({ name }) => name).join('、')) : null}
      >
        <Select options={rows.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
      <Form.Item name="visitorUnit" label={words.unit} rules={needed}>
        <UnitPicker offers="every-unit" onChange={() => form.setFieldValue('visitorId', null)} />
      </Form.Item>
      {unit !== null && (
        <Form.Item name="visitorId" label={words.person} extra={words.personHelp}>
          <Select
            allowClear
            placeholder={words.anybody}
            options={(visitors.data?.rows ?? []).map(({ accountId, name }) => ({
              value: accountId,
              label: name,
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}
