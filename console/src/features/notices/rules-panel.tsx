import {
  noticeAudienceLabel,
  noticeChannelLabel,
  noticeUrgencyLabel,
  noticeWayLabel,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import './notices.css';
import { type NoticeRules, rulesQuery } from './notices.queries.ts';
import { noticesText as words } from './text.ts';

/** 规则与模板: the city's data, as it reads. */
export function RulesPanel() {
  const rules = useQuery(rulesQuery);
  return (
    <>
      <p className="soft gap-below">{words.rulesHelp}</p>
      <Ask of={rules}>
        {(found) => (
          <div className="stack">
            <Panel title={words.hoursTitle}>
              <HoursTable hours={found.hours} />
            </Panel>
            <Panel title={words.rulesTitle}>
              <RulesTable rules={found.rules} />
            </Panel>
          </div>
        )}
      </Ask>
    </>
  );
}

function HoursTable({ hours }: { hours: NoticeRules['hours'] }) {
  const { column } = words;
  const most = (count: number | null) => (count === null ? words.none : words.messages(count));
  return (
    <DataTable
      heads={[
        column.channel,
        column.audience,
        column.urgency,
        column.quiet,
        column.perHour,
        column.perDay,
      ]}
      rows={hours.map((row) => ({
        key: `${row.channel} ${row.audience} ${row.urgency}`,
        cells: [
          noticeChannelLabel[row.channel],
          noticeAudienceLabel[row.audience],
          noticeUrgencyLabel[row.urgency],
          row.quietFrom && row.quietTo ? words.span(row.quietFrom, row.quietTo) : words.none,
          most(row.perHour),
          most(row.perDay),
        ],
      }))}
    />
  );
}

function RulesTable({ rules }: { rules: NoticeRules['rules'] }) {
  const { column } = words;
  return (
    <DataTable
      heads={[column.words, column.audience, column.urgency, column.ways, column.readers]}
      rows={rules.map(({ message, audience, urgency, ways, readers }) => ({
        key: message,
        cells: [
          <span key="words" className="notice-words">
            {ways[0]?.words}
          </span>,
          noticeAudienceLabel[audience],
          noticeUrgencyLabel[urgency],
          ways.map(({ way }) => noticeWayLabel[way]).join('、'),
          readers.join('、'),
        ],
      }))}
    />
  );
}
