import { type AskedLevel, supervision } from '@minsheng/contract';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';
import type { SupervisionTab } from './search.ts';

export const supervisionListQuery = (box: SupervisionTab, level: AskedLevel | undefined) =>
  keysetPages({
    queryKey: ['supervision', 'list', box, level],
    topics: ['supervision'],
    page: (from, signal) =>
      call(supervision.listSupervisions, { box, ...(level && { level }), ...from }, { signal }),
  });
