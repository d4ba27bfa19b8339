import { foresightSignals, warningLevelLabel } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { call } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { warningsText as words } from './text.ts';

const waitingQuery = queryOptions({
  queryKey: ['foresight', 'signals', 'waiting-here'],
  meta: { topics: ['foresight'] },
  queryFn: ({ signal }) => call(foresightSignals.listSignals, { box: 'waiting' }, { signal }),
});

/** 待确认的气象预警: nothing opens by itself, so it is said where a mode would be opened. */
export function WaitingWarnings() {
  const mayRead = useMe().account.permissions.includes('foresight.read');
  const { data } = useQuery({ ...waitingQuery, enabled: mayRead });
  if (!data || data.rows.length === 0) return null;
  const names = data.rows.map(
    ({ aboutName, level }) => `${aboutName}${level === null ? '' : warningLevelLabel[level]}`,
  );
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      role="alert"
      title={words.waiting(names.join('、'))}
      action={
        <Link to="/foresight" search={{ tab: 'signals' }}>
          {words.decide}
        </Link>
      }
    />
  );
}
