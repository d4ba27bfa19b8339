import type { knowledge, ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field } from '../../ui/field.tsx';
import { MatterPicker } from '../../ui/matter-picker.tsx';
import { useSettled } from '../../ui/settled.ts';
import { entriesQuery } from './knowledge.queries.ts';
import { knowledgePageText } from './text.ts';

type Entry = ReplyOf<typeof knowledge.searchKnowledge>['rows'][number];

function EntryCard({ entry }: { entry: Entry }) {
  return (
    <li className="panel">
      <h2>
        {entry.title}{' '}
        {entry.isExpired && <span className="chip chip-alarm">{knowledgePageText.expired}</span>}
        {!entry.isPublic && <span className="chip chip-plain">{knowledgePageText.staffOnly}</span>}
      </h2>
      <p className="words">{entry.answer}</p>
      <Facts
        facts={[
          { label: knowledgePageText.owner, value: entry.ownerName },
          {
            label: knowledgePageText.basis,
            value: entry.invented ? `${entry.basis}(${knowledgePageText.invented})` : entry.basis,
          },
        ]}
      />
      {entry.forms.length > 0 && <p className="soft">{knowledgePageText.forms(entry.forms)}</p>}
      {entry.links.map(({ title, url }) => (
        <p key={url}>
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        </p>
      ))}
      <p className="soft">{knowledgePageText.validity(entry.validFrom, entry.validUntil)}</p>
    </li>
  );
}

/** 知识库, to read: what the centre may tell a caller, by whom it is owned and until when. */
export function KnowledgePage() {
  const [typed, setTyped] = useState('');
  const [matter, setMatter] = useState<string | null>(null);
  const q = useSettled(typed.trim(), 180);
  const found = useQuery({ ...entriesQuery(q, matter), placeholderData: (before) => before });
  return (
    <>
      <div className="page-title">
        <h1>{knowledgePageText.title}</h1>
      </div>
      <div className="form-row">
        <Field label={knowledgePageText.search}>
          {(id) => (
            <Input
              id={id}
              type="search"
              allowClear
              value={typed}
              placeholder={knowledgePageText.placeholder}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Field label={knowledgePageText.matter}>
          {(id) => <MatterPicker id={id} value={matter} onChange={(code) => setMatter(code)} />}
        </Field>
      </div>
      <Ask of={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState words={knowledgePageText.none} />
          ) : (
            <ul className="rows" aria-label={knowledgePageText.listLabel}>
              {rows.map((entry) => (
                <EntryCard key={entry.code} entry={entry} />
              ))}
            </ul>
          )
        }
      </Ask>
    </>
  );
}
