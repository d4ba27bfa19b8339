import { type ReplyOf, type WarningState, warnings } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const topics = ['warnings'];

export const warningsQuery = (state: WarningState | undefined) =>
  queryOptions({
    queryKey: ['warnings', 'list', state ?? 'all'],
    meta: { topics },
    queryFn: ({ signal }) =>
      call(warnings.listWarnings, state === undefined ? {} : { state }, { signal }),
  });

export type Whole = ReplyOf<typeof warnings.readWarning>;
