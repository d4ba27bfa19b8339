import {
  linkage,
  linkageLists,
  linkageMechanismLabel,
  linkageSumActLabel,
} from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import { call } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { Field } from '../../ui/field.tsx';
import { dayText } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { Consultations } from './consultations.tsx';
import { linkageText as words } from './text.ts';

const route = getRouteApi('/linkage');

/** 双线协同: what passed between the two lines, and what belongs to which of them. */
export function LinkagePage() {
  const { permissions } = useMe().account;
  const mayCount = permissions.includes('indicators.read');
  const mayList = permissions.includes('intake.receive') || permissions.includes('dispatch.send');
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <div className="stack">
        {mayCount && <Figures />}
        {permissions.includes('meetings.plan') && <Consultations />}
        {mayList && <Lists />}
      </div>
    </>
  );
}

const figuresQuery = (from: string, until: string) =>
  queryOptions({
    queryKey: ['linkage', 'figures', from, until],
    queryFn: ({ signal }) => call(linkage.linkageFigures, { from, until }, { signal }),
  });

function Figures() {
  const today = dayText(useMe().now);
  const { from = `${today.slice(0, 8)}01`, until = today, ...other } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useQuery(figuresQuery(from, until));
  const show = (part: { from?: string; until?: string }) =>
    navigate({ search: { ...other, from, until, ...part } });
  return (
    <Panel title={words.figures}>
      <p className="soft gap-below">{words.figuresHelp}</p>
      <div className="inline gap-below">
        <DayField label={words.from} day={from} onDay={(day) => show({ from: day })} />
        <DayField label={words.until} day={until} onDay={(day) => show({ until: day })} />
      </div>
      {data?.rows.length === 0 && <p className="soft">{words.none}</p>}
      {data && data.rows.length > 0 && (
        <DataTable
          heads={words.heads}
          rows={data.rows.map((row) => ({
            key: `${row.mechanism}-${row.act}`,
            cells: [
              linkageMechanismLabel[row.mechanism],
              linkageSumActLabel[row.act],
              row.asked,
              row.accepted,
              row.returned,
              row.done,
            ],
          }))}
        />
      )}
    </Panel>
  );
}

const rowsQuery = (list: 'to-110' | 'from-110', q: string) =>
  queryOptions({
    queryKey: ['linkage', 'rows', list, q],
    queryFn: ({ signal }) => call(linkage.listLinkageRows, { list, q }, { signal }),
  });

function Lists() {
  const { list = 'to-110', q = '', ...other } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useQuery(rowsQuery(list, q));
  return (
    <Panel title={words.lists}>
      <p className="soft gap-below">{words.listsHelp}</p>
      <DeskTabs
        label={words.lists}
        open={list}
        onOpen={(next) => navigate({ search: { ...other, list: next, q } })}
        tabs={linkageLists.map((name) => ({ name, label: words.list[name], count: null }))}
      />
      <Field label={words.search}>
        {(id) => (
          <Input
            id={id}
            allowClear
            value={q}
            maxLength={500}
            onChange={({ target }) =>
              navigate({ search: { ...other, list, q: target.value }, replace: true })
            }
          />
        )}
      </Field>
      {data?.rows.length === 0 && <p className="soft">{words.noRows}</p>}
      {data && data.rows.length > 0 && (
        <DataTable
          heads={words.rowHeads}
          rows={data.rows.map((row) => ({
            key: row.code,
            cells: [
              row.code,
              row.category,
              row.item,
              row.isInvented ? words.invented(row.version) : row.version,
              row.signedOn,
            ],
          }))}
        />
      )}
      {data?.hasMore && <p className="soft">{words.more}</p>}
    </Panel>
  );
}
