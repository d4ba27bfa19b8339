import { intake } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { draftsQuery } from './intake.queries.ts';
import { draftText } from './text.ts';
import type { IntakeDesk } from './use-intake-form.ts';

/** 暂存: what was set aside for the next call. */
export function DraftList({ desk }: { desk: IntakeDesk }) {
  const { data } = useQuery(draftsQuery);
  const drop = useAct(intake.dropDraft, { done: draftText.dropped, stale: ['drafts'] });
  const drafts = (data?.rows ?? []).filter((draft) => draft.id !== desk.form.key);
  if (drafts.length === 0) return null;
  return (
    <Panel title={draftText.title}>
      <ul className="plain-list">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <p>
              {draft.label} <span className="soft">{shortInstant(draft.savedAt)}</span>
            </p>
            <div className="inline">
              <Button size="small" onClick={() => desk.resume(draft)}>
                {draftText.resume}
              </Button>
              <Button size="small" onClick={() => drop.mutate({ draftId: draft.id })}>
                {draftText.drop}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
