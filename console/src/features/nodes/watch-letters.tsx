import { letterStateLabel, letters } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { UnitsPicker } from '../../ui/unit-picker.tsx';
import { lettersOfQuery, type WatchWhole } from './nodes.queries.ts';
import { watchText } from './text.ts';

const words = watchText.letter;
const needed = [{ required: true, whitespace: true, message: words.needed }];
const slots = ['subject', 'basis', 'data', 'problem', 'advice', 'reply_by'] as const;
const short: readonly string[] = ['subject', 'reply_by'];

/** 提醒函 about a watched object: drafted here, approved, numbered and answered with the letters. */
export function LettersOf({ watch }: { watch: WatchWhole }) {
  const { data } = useQuery(lettersOfQuery(watch.id));
  return (
    <Panel title={words.title} extra={watch.can.write ? <Draft watch={watch} /> : undefined}>
      {data?.rows.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="plain-list">
        {data?.rows.map((row) => (
          <li key={row.id}>
            <Link to="/letters" search={{ tab: 'all', letter: row.id }}>
              {words.line(row.letterNo ?? '', row.title, letterStateLabel[row.state])}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface Values {
  toUnits: string[];
  slots: Record<string, string>;
}

function Draft({ watch }: { watch: WatchWhole }) {
  const act = useAct(letters.draftLetter, { done: words.done, stale: ['letters'], quiet: true });
  const { countyUnit } = watch;
  return (
    <FormButton
      label={words.draft}
      kind="primary"
      help={words.help}
      act={act}
      initial={{
        slots: watch.letter.slots,
        toUnits: countyUnit === null ? [] : [countyUnit.code],
      }}
      input={(values: Values) => ({
        ...values,
        template: watch.letter.template,
        concern: { kind: 'watch' as const, id: watch.id },
      })}
    >
      <Form.Item
        name="toUnits"
        label={words.to}
        rules={[{ required: true, message: words.needed }]}
      >
        <UnitsPicker offers="every-unit" known={countyUnit === null ? [] : [countyUnit]} />
      </Form.Item>
      {slots.map((slot) => (
        <Form.Item key={slot} name={['slots', slot]} label={words.slots[slot]} rules={needed}>
          {short.includes(slot) ? (
            <Input maxLength={80} />
          ) : (
            <Input.TextArea autoSize={{ minRows: 3 }} />
          )}
        </Form.Item>
      ))}
    </FormButton>
  );
}
