import {
  type PutBackReason,
  putBackReasonLabel,
  putBackReasons,
  type RemovalKind,
  release,
  releasePartLabel,
  removalKindLabel,
  removalKinds,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { useKeys } from '../../shell/keys.ts';
import { Ask } from '../../ui/ask.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Mark, MarkedWords } from './marked-words.tsx';
import { nextTextQuery, type TextToCheck } from './release.queries.ts';
import { releaseText } from './text.ts';

const originalId = 'release-original';

/** Where the person has marked the original, by keyboard or mouse. */
function chosen(): { start: number; end: number } | null {
  const field = document.getElementById(originalId);
  if (!(field instanceof HTMLTextAreaElement)) return null;
  const { selectionStart: start, selectionEnd: end } = field;
  return start < end ? { start, end } : null;
}

interface OneTextProps {
  releaseId: string;
  text: TextToCheck;
  left: number;
}

function useMarks(text: TextToCheck) {
  const [marks, setMarks] = useState<readonly Mark[]>(
    text.removals.map((removal) => ({ ...removal, isBack: false })),
  );
  const toggle = ({ start }: Mark) =>
    setMarks(
      marks.map((mark) => (mark.start === start ? { ...mark, isBack: !mark.isBack } : mark)),
    );
  const add = (mark: Mark) => setMarks([...marks, mark].sort((a, b) => a.start - b.start));
  const isBack = ({ start, end }: TextToCheck['removals'][number]) =>
    marks.some((mark) => mark.isBack && mark.start === start && mark.end === end);
  return { marks, toggle, add, putsBack: text.removals.some(isBack) };
}

function OneText({ releaseId, text, left }: OneTextProps) {
  const { message } = App.useApp();
  const { marks, toggle, add, putsBack } = useMarks(text);
  const [kind, setKind] = useState<RemovalKind>('name');
  const [reason, setReason] = useState<PutBackReason>();
  const act = useAct(release.checkText, { done: null, stale: ['release-text', 'releases'] });
  const takeOut = () => {
    const place = chosen();
    if (place === null) return message.warning(releaseText.nothingChosen);
    if (marks.some(({ start, end }) => start < place.end && place.start < end))
      return message.warning(releaseText.overlaps);
    return add({ kind, ...place, isBack: false });
  };
  const agree = () => {
    if (act.isPending) return;
    if (putsBack && reason === undefined) {
      message.warning(releaseText.reasonNeeded);
      return;
    }
    const removals = marks
      .filter(({ isBack }) => !isBack)
      .map(({ isBack: _, ...removal }) => removal);
    act.mutate({
      releaseId,
      no: text.no,
      removals,
      ...(putsBack && reason !== undefined ? { putBackAs: reason } : {}),
    });
  };
  useKeys({ F8: () => void takeOut(), 'Ctrl+Enter': agree });
  return (
    <Panel
      title={releaseText.where(text.line, releasePartLabel[text.part])}
      extra={<span className="soft">{releaseText.left(left)}</span>}
    >
      {text.isDoubtful && <span className="chip chip-alarm">{releaseText.doubtful}</span>}
      {text.words === '' && <p>{releaseText.changed}</p>}
      <p className="soft">{releaseText.preview}</p>
      <MarkedWords words={text.words} marks={marks} onToggle={toggle} />
      <label htmlFor={originalId} className="soft">
        {releaseText.original}
      </label>
      <Input.TextArea id={originalId} value={text.words} readOnly autoSize={{ minRows: 2 }} />
      <div className="release-mark">
        <Select<RemovalKind>
          aria-label={releaseText.kind}
          value={kind}
          onChange={setKind}
          options={removalKinds.map((value) => ({ value, label: removalKindLabel[value] }))}
        />
        <Button onClick={takeOut}>
          {releaseText.takeOut} <kbd>{releaseText.takeOutKey}</kbd>
        </Button>
        {putsBack && (
          <Select<PutBackReason>
            aria-label={releaseText.reason}
            placeholder={releaseText.reason}
            popupMatchSelectWidth={false}
            value={reason ?? null}
            onChange={setReason}
            options={putBackReasons.map((value) => ({ value, label: putBackReasonLabel[value] }))}
          />
        )}
      </div>
      <Button type="primary" loading={act.isPending} onClick={agree}>
        {releaseText.agree} <kbd>{releaseText.agreeKey}</kbd>
      </Button>
    </Panel>
  );
}

/** 逐段核对: one text after the other, by keyboard. */
export function CheckPanel({ releaseId }: { releaseId: string }) {
  const next = useQuery(nextTextQuery(releaseId));
  return (
    <Ask of={next}>
      {({ text, left }) => {
        if (text === null) return <Panel title={releaseText.check}>{releaseText.allChecked}</Panel>;
        return <OneText key={text.no} releaseId={releaseId} text={text} left={left} />;
      }}
    </Ask>
  );
}
