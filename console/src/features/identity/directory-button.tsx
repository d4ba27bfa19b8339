import { directory, directorySourceLabel } from '@minsheng/contract';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Tag } from 'antd';
import { useAct } from '../../shell/act.ts';
import { DrawerButton } from '../../ui/drawer-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import {
  type Comparison,
  directoryQuery,
  type LinkedPerson,
  linkedQuery,
  type Ways,
} from './directory.queries.ts';
import { directoryText as words } from './directory-text.ts';

/** 统一身份: who signs in from outside, and what the nightly comparison did. */
export function DirectoryButton() {
  return (
    <DrawerButton label={words.open} title={words.title}>
      <Directory />
    </DrawerButton>
  );
}

function Directory() {
  const { data } = useQuery(directoryQuery);
  const people = useInfiniteQuery(linkedQuery);
  return (
    <>
      <p>{data && introOf(data.ways)}</p>
      {data?.ways.ldap && <Comparisons rows={data.rows} />}
      <h3 className="gap-above">{words.people}</h3>
      <KeysetList
        query={people}
        label={words.people}
        keyOf={({ personId }) => personId}
        empty={words.noPeople}
        unit={words.counted}
        render={(person) => <PersonLine of={person} />}
      />
    </>
  );
}

/** Only a list of people can say who is gone. */
function introOf({ ldap, oidc }: Ways): string {
  if (ldap) return words.help + words.follows;
  return oidc ? words.help + words.followsNot : words.none;
}

function Comparisons({ rows }: { rows: readonly Comparison[] }) {
  const client = useQueryClient();
  const compare = useAct(directory.compare, { done: words.asked, stale: [] });
  return (
    <section aria-label={words.comparisons}>
      <h3 className="gap-above">{words.comparisons}</h3>
      <p className="gap-below">
        <Button onClick={() => compare.mutate({})} loading={compare.isPending}>
          {words.compare}
        </Button>{' '}
        <Button type="link" onClick={() => client.invalidateQueries({ queryKey: ['directory'] })}>
          {words.refresh}
        </Button>
      </p>
      {rows.length === 0 && <p className="soft">{words.neverCompared}</p>}
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.at}>
            <ComparisonLine of={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ComparisonLine({ of }: { of: Comparison }) {
  return (
    <>
      <div>
        {shortInstant(of.at)} {words.did(of.seen, of.made, of.changed, of.shut, of.reopened)}
      </div>
      {of.fault !== null && <Alert type="warning" showIcon title={of.fault} />}
      {of.refusedCount > 0 && (
        <details>
          <summary>{words.refused(of.refusedCount)}</summary>
          <ul className="plain-list">
            {of.refused.map(({ directoryLogin, why }) => (
              <li key={directoryLogin}>
                <span className="mono">{directoryLogin}</span> {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function PersonLine({ of: person }: { of: LinkedPerson }) {
  const unlink = useAct(directory.unlink, { done: words.unlinked, stale: ['directory'] });
  return (
    <div className="linked-person">
      <div>
        <strong>{person.accountName}</strong> <span className="mono">{person.accountLogin}</span>{' '}
        <Tag>{directorySourceLabel[person.source]}</Tag>
        <Tag>{person.isMade ? words.made : words.linked}</Tag>
        <div className="soft">
          <span className="mono">{person.directoryLogin}</span>{' '}
          {person.goneAt
            ? words.gone(shortInstant(person.goneAt))
            : person.seenAt
              ? words.seen(shortInstant(person.seenAt))
              : words.unseen}
        </div>
      </div>
      <Popconfirm
        title={words.unlink}
        description={words.unlinkAsk}
        okText={words.confirm}
        cancelText={words.cancel}
        onConfirm={() => unlink.mutate({ personId: person.personId })}
      >
        <Button size="small">{words.unlink}</Button>
      </Popconfirm>
    </div>
  );
}
