import { nodes } from '@minsheng/contract';
import { Button, Form, Input } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { staleNodes, type WatchWhole } from './nodes.queries.ts';
import { watchText } from './text.ts';
import { wordsIn } from './words-in.ts';

const words = watchText.limit;

/** 窗口期时限: of these matters in the object's county, within the window. */
export function LimitOf({ watch }: { watch: WatchWhole }) {
  const act = useAct(nodes.limitWatch, { done: words.done, stale: staleNodes, quiet: true });
  const { limit } = watch;
  if (limit === null) return null;
  return (
    <Panel title={words.title}>
      <p>{limit.isOn ? words.now(limit.name) : words.off}</p>
      <p className="soft gap-below">{words.help}</p>
      {watch.can.limit && (
        <span className="inline">
          <FormButton
            label={limit.isOn ? words.change : words.on}
            act={act}
            initial={{ matters: limit.matters.join('、') }}
            input={({ matters }: { matters: string }) => ({
              watchId: watch.id,
              matters: wordsIn(matters),
              isOn: true,
            })}
          >
            <Form.Item
              name="matters"
              label={words.matters}
              rules={[{ required: true, whitespace: true, message: words.needed }]}
            >
              <Input maxLength={200} />
            </Form.Item>
          </FormButton>
          {limit.isOn && (
            <Button
              loading={act.isPending}
              onClick={() => act.mutate({ watchId: watch.id, matters: [], isOn: false })}
            >
              {words.stop}
            </Button>
          )}
        </span>
      )}
    </Panel>
  );
}
