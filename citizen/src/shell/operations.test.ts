import * as city from '@minsheng/contract/city.ts';
import * as desk from '@minsheng/contract/desk.ts';
import * as handling from '@minsheng/contract/handling.ts';
import * as identity from '@minsheng/contract/identity.ts';
import * as appeals from '@minsheng/contract/public/appeals.ts';
import * as campaigns from '@minsheng/contract/public/campaigns.ts';
import * as handouts from '@minsheng/contract/public/handouts.ts';
import * as ledger from '@minsheng/contract/public/ledger.ts';
import * as media from '@minsheng/contract/public/media.ts';
import * as visits from '@minsheng/contract/visits.ts';
import { expect, test } from 'vitest';
import { operations } from './operations.ts';

const contract: Record<string, unknown> = {
  ...city,
  ...desk,
  ...handling,
  ...identity,
  ...appeals,
  ...visits,
  ...ledger,
  ...campaigns,
  ...media,
  ...handouts,
};

test.each(Object.entries(operations))(
  '%s stands in the contract with this method and path',
  (name, operation) => {
    expect(contract[name]).toMatchObject({ method: operation.method, path: operation.path });
  },
);
