import { BellOutlined } from '@ant-design/icons';
import { notices } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge } from 'antd';
import { call } from './call.ts';
import { useMe } from './session.ts';
import { shellText } from './text.ts';

const countQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['inbox-count'],
    meta: { topics: [`inbox:${accountId}`] },
    queryFn: ({ signal }) => call(notices.countInbox, {}, { signal }),
  });

/** 铃: how many messages are new, and the way to them. */
export function Bell() {
  const { account } = useMe();
  const { data } = useQuery(countQuery(account.id));
  const { unread = 0, mostCounted = 100 } = data ?? {};
  return (
    <Link to="/inbox" className="bell" aria-label={shellText.inbox(unread)}>
      <Badge count={unread} overflowCount={mostCounted - 1} size="small">
        <BellOutlined className="bell-sign" aria-hidden />
      </Badge>
    </Link>
  );
}
