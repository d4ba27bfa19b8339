import { type VisitPurpose, visitPurposeLabel, visitPurposes, visits } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { nowMs } from '../../shell/browser-clock.ts';
import type { About, AboutFormProps } from '../../ui/form-about.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { PointPicker } from '../../ui/map-point.tsx';
import { OrderPicker } from '../../ui/order-picker.tsx';
import { UnitAndPerson } from '../../ui/unit-and-person.tsx';
import { visitsText } from './text.ts';
import { checklistsQuery, staleVisits } from './visits.queries.ts';

const words = visitsText.ask;
const usualDays = 3;
const needed = [{ required: true, message: words.needed }];

interface Values {
  orderId?: string | null;
  purpose: VisitPurpose;
  checklist: string;
  visitorUnit: string;
  visitorId?: string | null;
  place: string;
  point?: { lng: number; lat: number } | null;
  what: string;
  visitBy: Dayjs;
}

const concernOf = (about: About | null, orderId: string | null | undefined) => {
  if (about) return { concern: { kind: about.kind, id: about.id } };
  return orderId ? { concern: { kind: 'order' as const, id: orderId } } : {};
};

/** 派现场核查: of an order, of everything told of one thing, or of a place. */
export function AskVisit({ about, onClose, onDone }: AboutFormProps) {
  const act = useAct(visits.askVisit, {
    done: words.done,
    stale: staleVisits,
    quiet: true,
    onDone: ({ visitId }) => onDone(visitId),
  });
  const send = ({ visitorId, point, visitBy, orderId, ...rest }: Values) =>
    act.mutate({
      ...rest,
      visitBy: visitBy.format('YYYY-MM-DD'),
      ...concernOf(about, orderId),
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
      initial={initial}
      onSubmit={send}
    >
      <p className="gap-below soft">{words.help}</p>
      {about ? <p className="gap-below">{about.name}</p> : <AboutOrder />}
      <Why />
      <UnitAndPerson unit="visitorUnit" person="visitorId" words={words} />
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

/** The place of the chosen order is taken over where none was written. */
function AboutOrder() {
  const form = Form.useFormInstance<Values>();
  return (
    <Form.Item name="orderId" label={words.order}>
      <OrderPicker
        offered={[]}
        onFound={({ areaName, address }) => {
          form.setFieldValue('purpose', 'answer-check');
          if (form.getFieldValue('place') === '')
            form.setFieldValue('place', `${areaName}${address}`);
        }}
      />
    </Form.Item>
  );
}

const purposeOptions = visitPurposes.map((value) => ({ value, label: visitPurposeLabel[value] }));

function Why() {
  const checklists = useQuery(checklistsQuery);
  const chosen = Form.useWatch<string | undefined>('checklist');
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
    </>
  );
}
