import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { UnitOfWork } from '../../platform/unit-of-work.ts';

const blockSize = 100;

interface Block {
  next: number;
  readonly end: number;
}
/** Of a program, in the order they were taken. */
const blocks = new WeakMap<object, Block[]>();
const takenBy = new WeakMap<UnitOfWork, Block>();

/**
 * 流水号: the next number of this program's blocks; a new block is taken once in a hundred orders. Until the transaction
 * that took it stands, no other uses it: a database that crashed, or a standby that took over, gives a block nobody
 * committed to the next who asks, and two orders would have one number.
 */
export async function nextSerial(ctx: Context): Promise<number> {
  const block = blockFor(ctx) ?? (await takeBlock(ctx));
  block.next += 1;
  return block.next - 1;
}

function blockFor({ ports, unitOfWork }: Context): Block | undefined {
  return [takenBy.get(unitOfWork), ...(blocks.get(ports) ?? [])].find(isLeft);
}

const isLeft = (block: Block | undefined): block is Block =>
  block !== undefined && block.next < block.end;

async function takeBlock({ tx, ports, unitOfWork }: Context): Promise<Block> {
  const { rows } = await sql<{
    serial: number;
  }>`select nextval('orders.order_serial') as serial`.execute(tx);
  const first = rows[0]?.serial ?? 1;
  const block = { next: first, end: first + blockSize };
  takenBy.set(unitOfWork, block);
  unitOfWork.afterwards.push(() =>
    blocks.set(ports, [...(blocks.get(ports) ?? []).filter(isLeft), block]),
  );
  return block;
}
