import { nodes } from '@minsheng/contract';
import { Form, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { type Candidate, staleNodes } from './nodes.queries.ts';
import { compareText, objectText } from './text.ts';
import { wordsIn } from './words-in.ts';

const words = objectText.accept;
const needed = [{ required: true, whitespace: true, message: words.needed }];

interface Values {
  name: string;
  names: string;
  things?: string;
  aliases?: string;
  areaCode: string;
  reason: string;
}

interface Known {
  objectId?: string;
  candidateId?: string;
}

interface AcceptProps {
  label: string;
  nodeId: string;
  known: Known;
  initial: Partial<Values>;
  onDone: (watchId: string) => void;
}

function AcceptObject({ label, nodeId, known, initial, onDone }: AcceptProps) {
  const act = useAct(nodes.acceptCandidate, {
    done: words.done,
    stale: staleNodes,
    quiet: true,
    onDone: ({ watchId }) => onDone(watchId),
  });
  return (
    <FormButton
      label={label}
      kind="primary"
      help={words.help}
      act={act}
      initial={initial}
      input={({ name, names, things, aliases, areaCode, reason }: Values) => ({
        ...{ nodeId, name, areaCode, reason, ...known },
        names: wordsIn(names),
        things: wordsIn(things),
        aliases: wordsIn(aliases),
      })}
    >
      <Form.Item name="name" label={words.name} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="names" label={words.names} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="things" label={words.things}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="aliases" label={words.aliases}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="areaCode" label={words.area} rules={needed}>
        <AreaPicker />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.reason}
        rules={[{ required: true, whitespace: true, min: 4, message: words.reasonNeeded }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}

const joiner = '、';

/** 列为关注, what the machine found filled in. */
export function AcceptFound({
  nodeId,
  row,
  onDone,
}: {
  nodeId: string;
  row: Candidate;
  onDone: (watchId: string) => void;
}) {
  return (
    <AcceptObject
      label={words.button}
      nodeId={nodeId}
      known={{ candidateId: row.id }}
      initial={{
        name: row.name,
        names: row.names.join(joiner),
        things: row.things.join(joiner),
        aliases: row.aliases.join(joiner),
        areaCode: row.areaCode,
      }}
      onDone={onDone}
    />
  );
}

/** One of the person's own, or one of last year, whose words stay. */
export function AcceptOwn({
  nodeId,
  known,
  onDone,
}: {
  nodeId: string;
  known: { objectId: string; name: string; areaCode: string; words: string } | null;
  onDone: (watchId: string) => void;
}) {
  return (
    <AcceptObject
      label={known === null ? objectText.own : compareText.watchAgain}
      nodeId={nodeId}
      known={known === null ? {} : { objectId: known.objectId }}
      initial={
        known === null
          ? {}
          : {
              name: known.name,
              names: known.name.split(' ')[0] ?? known.name,
              areaCode: known.areaCode,
              reason: known.words,
            }
      }
      onDone={onDone}
    />
  );
}
