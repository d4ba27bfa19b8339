import { type RequestOf, roles, roleWords, signIn, strictRules } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, InputNumber, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { useMay } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { DrawerButton } from '../../ui/drawer-button.tsx';
import { fullInstant } from '../../ui/format.ts';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { type Rules, rulesQuery } from './security.queries.ts';
import { rulesText as words } from './security-text.ts';

type Values = RequestOf<typeof signIn.changeRules>;

/** 登录与授权规则: read by whoever keeps accounts, chosen by a security administrator. */
export function RulesButton() {
  return (
    <DrawerButton label={words.title} title={words.title}>
      <RulesPart />
    </DrawerButton>
  );
}

function RulesPart() {
  const rules = useQuery(rulesQuery);
  return (
    <Ask of={rules}>
      {(known) => (
        <>
          <p className="gap-below">{stateOf(known)}</p>
          <RulesForm known={known} />
        </>
      )}
    </Ask>
  );
}

function stateOf({ chosen, isDemo }: Rules): string {
  if (chosen) return words.chosen(fullInstant(chosen.at), chosen.by);
  return isDemo ? words.demo : words.default;
}

function RulesForm({ known }: { known: Rules }) {
  const mayChoose = useMay()('accounts.secure');
  const [form] = Form.useForm<Values>();
  const act = useAct(signIn.changeRules, {
    done: words.saved,
    stale: ['sign-in-rules', 'me'],
    quiet: true,
  });
  const { factorRoles, confirmsGrants, idleMinutes, sessionHours } = known;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!mayChoose}
      initialValues={{ factorRoles, confirmsGrants, idleMinutes, sessionHours }}
      onFinish={(values) => act.mutate(values)}
    >
      <WhyRefused error={act.error} />
      <RuleFields />
      {mayChoose ? (
        <div className="inline">
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {words.save}
          </Button>
          <Button
            onClick={() =>
              form.setFieldsValue({ ...strictRules, factorRoles: [...strictRules.factorRoles] })
            }
          >
            {words.fill}
          </Button>
        </div>
      ) : (
        <p className="soft">{words.readOnly}</p>
      )}
    </Form>
  );
}

const needed = [{ required: true, message: words.needed }];

const RuleFields = () => (
  <>
    <Form.Item name="factorRoles" label={words.factorRoles} extra={words.factorHelp}>
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        options={roles.map((value) => ({ value, label: roleWords[value].label }))}
      />
    </Form.Item>
    <Form.Item name="confirmsGrants" valuePropName="checked" extra={words.confirmsHelp}>
      <Checkbox>{words.confirms}</Checkbox>
    </Form.Item>
    <Form.Item name="idleMinutes" label={words.idle} extra={words.idleHelp} rules={needed}>
      <InputNumber min={5} max={1440} />
    </Form.Item>
    <Form.Item name="sessionHours" label={words.hours} extra={words.hoursHelp} rules={needed}>
      <InputNumber min={1} max={24} />
    </Form.Item>
  </>
);
