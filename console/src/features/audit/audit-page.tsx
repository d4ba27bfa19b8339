import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { useSettled } from '../../ui/settled.ts';
import { linesQuery } from './audit.queries.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditLine } from './audit-line.tsx';
import './audit.css';
import type { AuditSearch } from './search.ts';
import { auditText } from './text.ts';

const route = getRouteApi('/audit');

/** 审计: for the auditor alone. */
export function AuditPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = dayjs().format('YYYY-MM-DD');
  const { from = today, until = today, word, refused, changes } = search;
  const login = useSettled(search.login?.trim() ?? '', 300);
  const object = useSettled(search.object?.trim() ?? '', 300);
  const list = useInfiniteQuery(
    linesQuery({
      fromOn: from,
      untilOn: until,
      ...(login === '' ? {} : { login }),
      ...(object === '' ? {} : { object }),
      ...(word === undefined ? {} : { word }),
      ...(changes === true ? { changesOnly: 'true' } : {}),
      ...(refused === true ? { refusedOnly: 'true' } : {}),
    }),
  );
  const patch = (part: Partial<AuditSearch>) =>
    navigate({ search: { ...search, ...part }, replace: true });
  return (
    <>
      <div className="page-title">
        <h1>{auditText.title}</h1>
      </div>
      <p className="soft gap-below">{auditText.help}</p>
      <AuditFilters search={{ ...search, from, until }} patch={patch} />
      <KeysetList
        query={list}
        label={auditText.listLabel}
        keyOf={({ id }) => id}
        empty={auditText.none}
        unit={auditText.unit}
        render={(line) => <AuditLine line={line} />}
      />
    </>
  );
}
