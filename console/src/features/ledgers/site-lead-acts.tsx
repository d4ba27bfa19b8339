import { ledgerSites } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { checklistsQuery, staleLedgers } from './ledgers.queries.ts';
import { ledgersText, siteText as words } from './text.ts';

const quietly = (done: string) => ({ done, stale: staleLedgers, quiet: true });
const needed = [{ required: true, message: ledgersText.needed }];

interface VisitValues {
  checklist: string;
  visitorUnit: string;
  what: string;
  visitBy: Dayjs;
}

/** 派现场核查 to a unit that had no hand in it. */
export function AskVisit({ siteId }: { siteId: string }) {
  const checklists = useQuery(checklistsQuery);
  const act = useAct(ledgerSites.visitSite, quietly(words.asked));
  return (
    <FormButton
      label={words.ask}
      help={words.askHelp}
      act={act}
      initial={{ checklist: 'general' }}
      input={({ visitBy, ...asked }: VisitValues) => ({
        siteId,
        ...asked,
        visitBy: visitBy.format('YYYY-MM-DD'),
      })}
    >
      <Form.Item name="visitorUnit" label={words.visitor} rules={needed}>
        <UnitPicker offers="every-unit" />
      </Form.Item>
      <Form.Item name="checklist" label={words.checklist} rules={needed}>
        <Select
          options={(checklists.data?.rows ?? []).map(({ code, name }) => ({
            value: code,
            label: name,
          }))}
        />
      </Form.Item>
      <Form.Item name="what" label={words.what} rules={needed}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="visitBy" label={words.visitBy} rules={needed}>
        <DatePicker className="wide" allowClear={false} />
      </Form.Item>
    </FormButton>
  );
}

/** 核销. */
export function WriteOff({ siteId }: { siteId: string }) {
  const act = useAct(ledgerSites.writeOffSite, quietly(words.writtenOff));
  return (
    <ReasonButton
      label={words.writeOff}
      help={words.writeOffHelp}
      needed
      least={4}
      danger
      act={act}
      input={(reason) => ({ siteId, reason })}
    />
  );
}

/** 取消挂接. */
export function Untie({ siteId, orderId }: { siteId: string; orderId: string }) {
  const act = useAct(ledgerSites.unlinkOrder, { done: words.untieDone, stale: staleLedgers });
  return (
    <Button size="small" loading={act.isPending} onClick={() => act.mutate({ siteId, orderId })}>
      {words.untie}
    </Button>
  );
}
