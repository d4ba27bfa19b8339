import { clues, keepReasonLabel, keepReasons, removalKindLabel } from '@minsheng/contract';
import { Button, Form, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { fileAddress } from '../../ui/ground.queries.ts';
import { Panel } from '../../ui/panel.tsx';
import { type Clue, staleClues } from './clues.queries.ts';
import { cluesText, clueText as words } from './text.ts';

/** 线索材料: the words that leave, what the scan finds in them, and the photos. */
export function CluePack({ clue }: { clue: Clue }) {
  const left = clue.findings.filter(({ kept }) => kept === null).length;
  return (
    <Panel title={words.pack}>
      <p className="words">{clue.facts}</p>
      <h3>{words.findings}</h3>
      {clue.findings.length === 0 && <p className="soft">{words.noFindings}</p>}
      {left > 0 && (
        <p role="status">
          <strong>{words.findingsLeft(left)}</strong>
        </p>
      )}
      <ul className="clue-findings">
        {clue.findings.map((finding) => (
          <li key={finding.words}>
            <span className="chip chip-plain">{removalKindLabel[finding.kind]}</span>
            <mark>{finding.words}</mark>
            {finding.isReporter && <span className="chip chip-alarm">{words.reporter}</span>}
            {finding.kept !== null && (
              <span className="soft">{words.kept(keepReasonLabel[finding.kept])}</span>
            )}
            {clue.can.change && !finding.isReporter && finding.kept === null && (
              <Keep clueId={clue.id} found={finding.words} />
            )}
          </li>
        ))}
      </ul>
      {clue.photos.length > 0 && <Photos clue={clue} />}
    </Panel>
  );
}

function Keep({ clueId, found }: { clueId: string; found: string }) {
  const act = useAct(clues.keepFinding, { done: words.keepDone, stale: staleClues, quiet: true });
  return (
    <FormButton
      label={words.keep}
      act={act}
      input={({ reason }: { reason: (typeof keepReasons)[number] }) => ({
        clueId,
        words: found,
        reason,
      })}
    >
      <Form.Item
        name="reason"
        label={words.keepReason}
        rules={[{ required: true, message: cluesText.needed }]}
      >
        <Select options={keepReasons.map((value) => ({ value, label: keepReasonLabel[value] }))} />
      </Form.Item>
    </FormButton>
  );
}

function Photos({ clue }: { clue: Clue }) {
  const act = useAct(clues.lookAtPhoto, { done: words.photoDone, stale: staleClues });
  const settle = (fileId: string, isClear: boolean) =>
    act.mutate({ clueId: clue.id, fileId, isClear });
  return (
    <>
      <h3>{words.photos}</h3>
      <ul className="clue-photos">
        {clue.photos.map(({ id, name, isLookedAt }) => (
          <li key={id}>
            <a href={fileAddress(id)} target="_blank" rel="noreferrer">
              <img src={fileAddress(id)} alt={name} />
            </a>
            {name} {isLookedAt && <span className="chip chip-plain">{words.photoSeen}</span>}
            {clue.can.change && (
              <span className="clue-acts no-print">
                {!isLookedAt && (
                  <Button size="small" onClick={() => settle(id, true)}>
                    {words.photoClear}
                  </Button>
                )}
                <Button size="small" onClick={() => settle(id, false)}>
                  {words.photoOut}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
