import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import { entrustedTo, one } from './assignments.repo.ts';
import { keepReaders } from './keep-readers.ts';
import { peopleFor } from './readers.ts';

const afterChange = job('dispatch:forget-reader', news);

on('identity.account-changed', afterChange);

/** 人员变动: who left the unit, or may handle nothing any more, reads no order entrusted to them; it waits for another name. */
handle(afterChange, async (ctx, { id: accountId }) => {
  for (const { order_id, id } of await entrustedTo(ctx, accountId)) {
    await orders.lock(ctx, order_id);
    const duty = await one(ctx, order_id, id);
    const people = await peopleFor(ctx, duty.unit_path);
    if (!duty.readers?.includes(accountId) || people.some((person) => person.id === accountId))
      continue;
    await keepReaders(
      ctx,
      duty,
      duty.readers.filter((reader) => reader !== accountId),
    );
  }
});
