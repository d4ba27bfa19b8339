import {
  nodes,
  type ObjectNameKind,
  objectNameKindLabel,
  objectNameKinds,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { staleNodes, type WatchWhole, watchQuery } from './nodes.queries.ts';
import { Reasons } from './objects-tab.tsx';
import { watchText as words } from './text.ts';
import { LettersOf } from './watch-letters.tsx';
import { LimitOf } from './watch-limit.tsx';
import { PlanOf } from './watch-plan.tsx';
import { ZeroPanel } from './zero-panel.tsx';

/** 一个关注对象: from why it is watched to whether anybody complained. */
export function WatchDetail({ watchId }: { watchId: string }) {
  const watch = useQuery(watchQuery(watchId));
  return (
    <Ask of={watch}>
      {(found) => (
        <div className="stack">
          <About watch={found} />
          <ZeroPanel watchId={watchId} />
          <LettersOf watch={found} />
          <PlanOf watch={found} />
          {found.limit !== null && <LimitOf watch={found} />}
          {found.snapshot !== null && found.snapshot.reasons.length > 0 && (
            <Reasons reasons={found.snapshot.reasons} />
          )}
        </div>
      )}
    </Ask>
  );
}

function About({ watch }: { watch: WatchWhole }) {
  const act = useAct(nodes.endWatch, { done: words.endDone, stale: staleNodes, quiet: true });
  const { facts } = words;
  return (
    <Panel
      title={watch.name}
      extra={
        watch.can.work ? (
          <ReasonButton
            label={words.end}
            fieldLabel={words.endReason}
            help={words.endHelp}
            needed
            least={4}
            danger
            act={act}
            input={(reason) => ({ watchId: watch.id, reason })}
          />
        ) : undefined
      }
    >
      <Facts
        facts={[
          { label: facts.area, value: watch.areaName },
          { label: facts.reason, value: watch.reason },
          { label: facts.by, value: words.by(watch.by, shortInstant(watch.at)) },
          { label: facts.ended, value: watch.ended?.reason ?? '' },
        ]}
      />
      <h3 className="node-head">{facts.words}</h3>
      <ul className="plain-list">
        {watch.words.map((word) => (
          <li key={word.id} className="inline">
            <span className="chip chip-plain">{objectNameKindLabel[word.kind]}</span>
            <span>{word.word}</span>
            {watch.can.work && <DropWord watchId={watch.id} wordId={word.id} word={word.word} />}
          </li>
        ))}
      </ul>
      {watch.can.work && <AddWord watchId={watch.id} />}
    </Panel>
  );
}

function DropWord({ watchId, wordId, word }: { watchId: string; wordId: string; word: string }) {
  const act = useAct(nodes.dropWord, { done: words.word.dropped, stale: staleNodes });
  return (
    <Button
      size="small"
      aria-label={`${words.word.drop} ${word}`}
      loading={act.isPending}
      onClick={() => act.mutate({ watchId, wordId })}
    >
      {words.word.drop}
    </Button>
  );
}

const needed = [{ required: true, whitespace: true, message: words.word.needed }];

function AddWord({ watchId }: { watchId: string }) {
  const act = useAct(nodes.addWord, { done: words.word.added, stale: staleNodes, quiet: true });
  return (
    <FormButton
      label={words.word.add}
      act={act}
      initial={{ kind: 'alias' }}
      input={({ kind, word }: { kind: ObjectNameKind; word: string }) => ({ watchId, kind, word })}
    >
      <Form.Item name="kind" label={words.word.kind} rules={needed}>
        <Select
          options={objectNameKinds.map((value) => ({ value, label: objectNameKindLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="word" label={words.word.word} rules={needed}>
        <Input maxLength={24} />
      </Form.Item>
    </FormButton>
  );
}
