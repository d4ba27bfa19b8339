import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { delegate } from '../../../test/use-cases.ts';
import { one } from '../dispatch/index.ts';
import { contact } from './contact.ts';

const county = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626' };

test(
  'a unit that passed its duty down is credited with the telephone call it makes itself',
  inCity(async ({ as, ctx, anOrder }) => {
    const { orderId, assignmentId } = await anOrder.inProgress({
      lead: county.unitCode,
      matterCode: '020103',
      areaCode: '350626100000',
    });
    const key = { orderId, assignmentId };
    const liaison = as('county-dispatcher', { ...county, scope: 'county' });
    await liaison.do(delegate, { ...key, unitCode: '350626100', note: '' });
    await liaison.do(contact, { ...key, reached: false, note: '' });
    expect(await one(ctx, orderId, assignmentId)).toMatchObject({ contacted_at: null });
    await liaison.do(contact, { ...key, reached: true, note: '' });
    expect(await one(ctx, orderId, assignmentId)).toMatchObject({
      state: 'delegated',
      contacted_at: ctx.now,
    });
  }),
);
