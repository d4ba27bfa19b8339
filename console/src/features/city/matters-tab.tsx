import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { mattersQuery } from '../../ui/ground.queries.ts';
import { useSettled } from '../../ui/settled.ts';
import { SplitPage } from '../../ui/split-page.tsx';
import { TypeTag, UrgencyTag } from '../../ui/tags.tsx';
import { MatterDetail } from './matter-detail.tsx';
import { cityText, matterText } from './text.ts';

const route = getRouteApi('/city');

function MatterList({
  open,
  onOpen,
}: {
  open: string | undefined;
  onOpen: (code: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 180);
  const found = useQuery({ ...mattersQuery(q), placeholderData: (before) => before });
  return (
    <>
      <Field label={matterText.find}>
        {(id) => (
          <Input
            id={id}
            type="search"
            allowClear
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Ask of={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState words={cityText.none} />
          ) : (
            <ul className="rows" aria-label={matterText.listLabel}>
              {rows.map((matter) => (
                <li key={matter.code} className={matter.code === open ? 'row is-open' : 'row'}>
                  <button
                    type="button"
                    className="row-main"
                    aria-current={matter.code === open}
                    onClick={() => onOpen(matter.code)}
                  >
                    <span className="row-title">{matter.name}</span>
                    <span className="row-meta">
                      {matter.code} · {matter.l1} / {matter.l2}
                    </span>
                    <span className="row-tags">
                      <TypeTag type={matter.type} />
                      <UrgencyTag urgency={matter.urgency} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Ask>
    </>
  );
}

export function MattersTab() {
  const { q: open } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SplitPage
      onBack={() => navigate({ search: { tab: 'matters' } })}
      list={
        <MatterList
          open={open}
          onOpen={(code) => navigate({ search: { tab: 'matters', q: code } })}
        />
      }
      detail={open === undefined ? null : <MatterDetail key={open} code={open} />}
    />
  );
}
