import { readerOf, type Tx, tablesOf } from '../src/platform/db.ts';

/**
 * The third fence is the compiler's own (`npm test -- --only=types`): it complains here as soon as one of the lines
 * compiles that must not. Nobody calls this.
 */
export async function fenced(tx: Tx): Promise<void> {
  await tablesOf<'platform'>(tx).selectFrom('platform.alarm').select('key').execute();
  // @ts-expect-error Another module's table.
  await tablesOf<'platform'>(tx).selectFrom('orders.order').select('id').execute();
  // @ts-expect-error A module that is none.
  tablesOf<'shop'>(tx);
  // A reader reads every table and writes none.
  await readerOf(tx).selectFrom('orders.order').select('id').execute();
  // @ts-expect-error Written through a reader.
  await readerOf(tx).deleteFrom('orders.order').execute();
}
