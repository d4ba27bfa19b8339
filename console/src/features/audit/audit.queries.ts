import { audit, type ReplyOf, type RequestOf } from '@minsheng/contract';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

export type Line = ReplyOf<typeof audit.listAuditLines>['rows'][number];
type Asked = Omit<RequestOf<typeof audit.listAuditLines>, 'cursor'>;

export const linesQuery = (asked: Asked) =>
  keysetPages({
    queryKey: ['audit-lines', asked],
    topics: [],
    page: (from, signal) => call(audit.listAuditLines, { ...asked, ...from }, { signal }),
  });
