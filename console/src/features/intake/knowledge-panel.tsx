import { knowledge, type ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { useKeys } from '../../shell/keys.ts';
import { Ask } from '../../ui/ask.tsx';
import { HandoutList } from '../../ui/handouts/handout-list.tsx';
import { ofCallQuery } from '../../ui/handouts/handouts.queries.ts';
import { SendHandout, type To } from '../../ui/handouts/send-handout.tsx';
import { handoutText } from '../../ui/handouts/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { useSettled } from '../../ui/settled.ts';
import { knowledgeQuery } from './intake.queries.ts';
import { knowledgeText } from './text.ts';

export type Entry = ReplyOf<typeof knowledge.searchKnowledge>['rows'][number];

const knowledgeSearchId = 'knowledge-search';

interface EntryProps {
  entry: Entry;
  isOpen: boolean;
  onToggle: () => void;
  onCite: (entry: Entry) => void;
  callId: string | null;
  to: To | null;
}

function EntryLine({ entry, isOpen, onToggle, onCite, callId, to }: EntryProps) {
  return (
    <li className="entry">
      <button type="button" aria-expanded={isOpen} onClick={onToggle}>
        {entry.title}
        {entry.isExpired && <span className="chip chip-alarm">{knowledgeText.expired}</span>}
        {!entry.isPublic && <span className="chip chip-plain">{handoutText.staffOnly}</span>}
      </button>
      {isOpen && (
        <div className="entry-body">
          <p className="words">{entry.answer}</p>
          <p className="soft">
            {knowledgeText.owner}:{entry.ownerName} · {knowledgeText.basis}:{entry.basis} ·{' '}
            {knowledgeText.until(entry.validUntil)}
            {entry.invented ? ` · ${knowledgeText.invented}` : ''}
          </p>
          {entry.forms.length > 0 && <p className="soft">{handoutText.forms(entry.forms)}</p>}
          {!entry.isExpired && entry.isPublic && (
            <EntryActs entry={entry} onCite={onCite} callId={callId} to={to} />
          )}
        </div>
      )}
    </li>
  );
}

/** What one does with an answer that may be told. */
function EntryActs({ entry, onCite, callId, to }: Omit<EntryProps, 'isOpen' | 'onToggle'>) {
  const read = useAct(knowledge.readEntry, { done: knowledgeText.readDone, stale: [] });
  return (
    <div className="inline">
      <Button size="small" onClick={() => onCite(entry)}>
        {knowledgeText.cite}
      </Button>
      <Button
        size="small"
        loading={read.isPending}
        onClick={() => read.mutate({ code: entry.code, ...(callId === null ? {} : { callId }) })}
      >
        {knowledgeText.read}
      </Button>
      {to !== null && <SendHandout code={entry.code} title={entry.title} to={to} />}
    </div>
  );
}

function SentInCall({ callId }: { callId: string }) {
  const { data } = useQuery(ofCallQuery(callId));
  if (!data || data.rows.length === 0) return null;
  return (
    <>
      <h3>{handoutText.inCall}</h3>
      <HandoutList of={data} />
    </>
  );
}

interface KnowledgePanelProps {
  matterCode: string | null;
  callId: string | null;
  /** Where there is no call on the line: whose requester an answer may be sent to. */
  orderId?: string;
  onCite: (entry: Entry) => void;
}

/** 知识库: F4 and one letter; the best entry lies open. */
export function KnowledgePanel({ matterCode, callId, orderId, onCite }: KnowledgePanelProps) {
  const to = toOf(callId, orderId);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  useKeys({ F4: () => document.getElementById(knowledgeSearchId)?.focus() });
  const q = useSettled(typed.trim(), 120);
  const found = useQuery({ ...knowledgeQuery(q, matterCode), placeholderData: (before) => before });
  const first = found.data?.rows[0]?.code ?? null;
  const open = opened ?? (q === '' ? null : first);
  return (
    <Panel title={knowledgeText.title}>
      <Input
        id={knowledgeSearchId}
        type="search"
        aria-label={knowledgeText.search}
        placeholder={knowledgeText.placeholder}
        value={typed}
        allowClear
        onChange={(event) => {
          setTyped(event.target.value);
          setOpened(null);
        }}
      />
      <Ask of={found}>
        {({ rows }) => (
          <ul className="entries" aria-label={knowledgeText.title}>
            {rows.length === 0 && <li className="soft">{knowledgeText.none}</li>}
            {rows.slice(0, 12).map((entry) => (
              <EntryLine
                key={entry.code}
                entry={entry}
                isOpen={entry.code === open}
                onToggle={() => setOpened(entry.code === open ? '' : entry.code)}
                onCite={onCite}
                callId={callId}
                to={to}
              />
            ))}
          </ul>
        )}
      </Ask>
      {callId !== null && <SentInCall callId={callId} />}
    </Panel>
  );
}

function toOf(callId: string | null, orderId: string | undefined): To | null {
  if (callId !== null) return { callId };
  return orderId === undefined ? null : { orderId };
}
