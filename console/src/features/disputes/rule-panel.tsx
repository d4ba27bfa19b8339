import { disputes, type ReplyOf } from '@minsheng/contract';
import { Button, Form, Input, Radio } from 'antd';
import { useAct } from '../../shell/act.ts';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { reasonText } from '../../ui/text.ts';
import { type PickedUnit, UnitPicker, UnitsPicker } from '../../ui/unit-picker.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { conferenceText, disputesText } from './text.ts';

type Return = ReplyOf<typeof disputes.readDispute>['returns'][number];

interface RuleForm {
  upheld: boolean;
  lead?: string | null;
  assists?: string[];
  heard?: string[];
  basis: string;
  facts: string;
  ruling: string;
}

interface RulePanelProps {
  order: OrderPageView;
  returns: readonly Return[];
  /** 会商: the held meeting of round three. */
  meetingId: string | null;
  onRuled: () => void;
}

const needed = [{ required: true, whitespace: true, min: 4, message: reasonText.needed }];

function known(returns: readonly Return[]): PickedUnit[] {
  const units = returns.flatMap(({ unit, properUnit }) =>
    properUnit === null ? [unit] : [unit, properUnit],
  );
  return units.filter((unit, at) => units.findIndex(({ code }) => code === unit.code) === at);
}

/** Only an upheld return changes who leads. */
function NewLead({ units, isLast }: { units: readonly PickedUnit[]; isLast: boolean }) {
  return (
    <>
      <Form.Item name="lead" label={disputesText.lead} help={disputesText.leadHelp}>
        <UnitPicker known={units} />
      </Form.Item>
      {isLast && (
        <Form.Item name="assists" label={disputesText.assists}>
          <UnitsPicker known={units} />
        </Form.Item>
      )}
    </>
  );
}

/** T13 退单裁定: the decision, its ground, and the case the next dispatcher will read. */
export function RulePanel({ order, returns, meetingId, onRuled }: RulePanelProps) {
  const open = returns.find(({ state }) => state === 'asked');
  const units = known(returns);
  const act = useAct(disputes.ruleOnReturn, {
    done: disputesText.done,
    stale: ['desk', 'counters', 'order', 'dispute', 'order-timeline', 'meetings'],
    quiet: true,
    onDone: onRuled,
  });
  const submit = ({ lead, ...form }: RuleForm) =>
    act.mutate({
      orderId: order.id,
      ...form,
      ...(meetingId !== null ? { meetingId } : {}),
      ...(form.upheld && lead !== undefined && lead !== null ? { lead } : {}),
    });
  return (
    <Panel title={disputesText.decide}>
      <Form<RuleForm>
        layout="vertical"
        initialValues={{ lead: open?.properUnit?.code ?? null }}
        onFinish={submit}
      >
        <Form.Item
          name="upheld"
          label={disputesText.upheld}
          rules={[{ required: true, message: reasonText.needed }]}
        >
          <Radio.Group
            options={[
              { value: true, label: disputesText.yes },
              { value: false, label: disputesText.no },
            ]}
          />
        </Form.Item>
        <Form.Item noStyle dependencies={['upheld']}>
          {({ getFieldValue }) =>
            getFieldValue('upheld') === true ? (
              <NewLead units={units} isLast={(open?.round ?? 1) >= 3} />
            ) : null
          }
        </Form.Item>
        {(open?.round ?? 1) > 1 && (
          <Form.Item
            name="heard"
            label={meetingId === null ? disputesText.heard : conferenceText.besides}
            help={meetingId === null ? disputesText.heardHelp : null}
          >
            <UnitsPicker known={units} offers="every-unit" />
          </Form.Item>
        )}
        <Form.Item name="basis" label={disputesText.basis} rules={needed}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item
          name="facts"
          label={disputesText.facts}
          help={disputesText.factsHelp}
          rules={needed}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Form.Item name="ruling" label={disputesText.ruling} rules={needed}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <WhyRefused error={act.error} />
        <Button type="primary" size="large" htmlType="submit" loading={act.isPending}>
          {disputesText.submit}
        </Button>
      </Form>
    </Panel>
  );
}
