import { clues, tellWays } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { type Clue, staleClues } from './clues.queries.ts';
import { cluesText, clueText as words } from './text.ts';

type Source = Clue['sources'][number];
const quietly = (done: string) => ({ done, stale: staleClues, quiet: true });

/** 来源工单和反馈: the centre's alone; no unit ever reads it. */
export function ClueSources({ clue }: { clue: Clue }) {
  return (
    <Panel title={words.sources}>
      {clue.sources.length === 0 && <p className="soft">{words.noSources}</p>}
      <ul className="plain-list">
        {clue.sources.map((source) => (
          <li key={source.orderId}>
            <OneSource clueId={clue.id} source={source} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OneSource({ clueId, source }: { clueId: string; source: Source }) {
  const { orderId, orderNo, feedback } = source;
  return (
    <>
      {orderNo === null ? (
        words.hiddenOrder
      ) : (
        <Link to="/orders/$orderId" params={{ orderId }}>
          {orderNo}
        </Link>
      )}{' '}
      <span className="chip chip-plain">{source.isNamed ? words.named : words.anonymous}</span>
      {source.isKnownToUnit && <span className="chip chip-alarm">{words.knownToUnit}</span>}
      {feedback !== null && (
        <p>
          {feedback.words}{' '}
          <span className="soft">
            {feedback.toldAt !== null
              ? words.told(words.ways[feedback.way], shortInstant(feedback.toldAt))
              : feedback.sentBack !== null
                ? words.sentBack(feedback.sentBack)
                : words.feedbackWaits}
          </span>
        </p>
      )}
      <span className="clue-acts no-print">
        {source.canFeedback && <Write clueId={clueId} source={source} />}
        {source.canApprove && <Approve clueId={clueId} orderId={orderId} />}
      </span>
    </>
  );
}

interface Written {
  way: (typeof tellWays)[number];
  said: string;
}

function Write({ clueId, source }: { clueId: string; source: Source }) {
  const act = useAct(clues.writeFeedback, quietly(words.feedbackDone));
  const ways = tellWays.filter((way) => way !== 'sms' || source.hasPhone);
  return (
    <FormButton<Written, Parameters<typeof act.mutate>[0], unknown>
      label={words.feedback}
      act={act}
      help={words.feedbackHelp}
      initial={{ way: ways[0] ?? 'call', said: source.feedback?.words ?? '' }}
      input={({ way, said }) => ({ clueId, orderId: source.orderId, way, words: said })}
    >
      <Form.Item name="way" label={words.feedbackWay}>
        <Select options={ways.map((value) => ({ value, label: words.ways[value] }))} />
      </Form.Item>
      <Form.Item
        name="said"
        label={words.feedbackWords}
        rules={[{ required: true, whitespace: true, min: 4, message: cluesText.neededWords }]}
      >
        <Input.TextArea rows={4} maxLength={200} showCount />
      </Form.Item>
    </FormButton>
  );
}

function Approve({ clueId, orderId }: { clueId: string; orderId: string }) {
  const yes = useAct(clues.approveFeedback, { done: words.approved, stale: staleClues });
  const no = useAct(clues.approveFeedback, quietly(words.rejected));
  return (
    <>
      <ConfirmButton
        label={words.approve}
        help={words.feedbackHelp}
        isPending={yes.isPending}
        onSure={() => yes.mutate({ clueId, orderId, approved: true, words: '' })}
      />
      <ReasonButton
        label={words.reject}
        fieldLabel={words.rejectWords}
        needed
        least={4}
        act={no}
        input={(said) => ({ clueId, orderId, approved: false, words: said })}
      />
    </>
  );
}
