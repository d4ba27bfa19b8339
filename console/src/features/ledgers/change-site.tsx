import { ledgerSites } from '@minsheng/contract';
import { DatePicker, Form, Input, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { type Site, staleLedgers } from './ledgers.queries.ts';
import { siteText as words } from './text.ts';

interface Values {
  building: string;
  kind: string;
  sizeM2?: number | null;
  legalState: string;
  measure: string;
  planOn?: Dayjs | null;
  name?: string;
  phone?: string;
}

/** 补正点位. A contact is only ever written over, never shown here. */
export function ChangeSite({ site }: { site: Site }) {
  const act = useAct(ledgerSites.changeSite, {
    done: words.changed,
    stale: staleLedgers,
    quiet: true,
  });
  const { building, kind, sizeM2, legalState, measure, planOn } = site;
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], unknown>
      label={words.change}
      act={act}
      initial={{
        ...{ building, kind, sizeM2, legalState, measure },
        planOn: planOn === null ? null : dayjs(planOn),
      }}
      input={(values) => sentOf(site, values)}
    >
      <Form.Item name="building" label={words.facts.building}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={words.facts.kind}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="sizeM2" label={words.facts.size}>
        <InputNumber min={0} max={1_000_000} className="wide" />
      </Form.Item>
      <Form.Item name="legalState" label={words.facts.legal}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="measure" label={words.facts.measure}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="planOn" label={words.facts.plan}>
        <DatePicker className="wide" />
      </Form.Item>
      <Form.Item name="name" label={words.contactName}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={words.contactPhone}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
    </FormButton>
  );
}

function sentOf(site: Site, { name = '', phone = '', planOn, sizeM2, ...plain }: Values) {
  const on = planOn?.format('YYYY-MM-DD') ?? null;
  const contact = { ...(name && { name }), ...(phone && { phone }) };
  return {
    siteId: site.id,
    ...plain,
    sizeM2: sizeM2 ?? null,
    // A day that has passed stays as it is unless somebody chooses another.
    ...(on !== site.planOn && { planOn: on }),
    ...((name || phone) && { contact }),
  };
}
