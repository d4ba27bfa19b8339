import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { ListLine } from '../../ui/list-line.tsx';
import { useSettled } from '../../ui/settled.ts';
import { SplitPage } from '../../ui/split-page.tsx';
import { subjectsQuery } from './clues.queries.ts';
import { SubjectDetail } from './subject-detail.tsx';
import { subjectsText as words } from './text.ts';

const route = getRouteApi('/clues');

/** 对象档案: looked for by name, one open beside the list. */
export function SubjectsTab() {
  const navigate = route.useNavigate();
  const { subject } = route.useSearch();
  const [typed, setTyped] = useState('');
  const [contestedOnly, setContestedOnly] = useState(false);
  const list = useInfiniteQuery(subjectsQuery(useSettled(typed.trim(), 200), contestedOnly));
  const open = (id: string | undefined) =>
    navigate({ search: { part: 'subjects', ...(id === undefined ? {} : { subject: id }) } });
  return (
    <>
      <p className="soft gap-below">{words.help}</p>
      <SplitPage
        onBack={() => open(undefined)}
        list={
          <>
            <Field label={words.search}>
              {(id) => (
                <Input
                  id={id}
                  maxLength={60}
                  value={typed}
                  onChange={({ target }) => setTyped(target.value)}
                />
              )}
            </Field>
            <Checkbox
              className="gap-below"
              checked={contestedOnly}
              onChange={({ target }) => setContestedOnly(target.checked)}
            >
              {words.contestedOnly}
            </Checkbox>
            <KeysetList
              query={list}
              label={words.label}
              keyOf={({ id }) => id}
              empty={words.empty}
              unit={words.unit}
              render={(row) => (
                <ListLine
                  words={{
                    title: row.name,
                    tags: (
                      <>
                        <span className="chip chip-plain">{words.verified(row.verified)}</span>
                        {row.contests > 0 && (
                          <span className="chip chip-alarm">{words.contests(row.contests)}</span>
                        )}
                      </>
                    ),
                    meta: [row.areaName, words.open(row.open), words.notTrue(row.notTrue)],
                  }}
                  isOpen={row.id === subject}
                  onOpen={() => open(row.id)}
                />
              )}
            />
          </>
        }
        detail={subject === undefined ? null : <SubjectDetail key={subject} subjectId={subject} />}
      />
    </>
  );
}
