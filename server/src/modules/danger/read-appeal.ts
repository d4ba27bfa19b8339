import type { Context } from '../../platform/context.ts';
import { withoutPeople } from '../text/index.ts';
import { type DangerReading, readDanger } from './danger-reader.ts';
import { liveReader } from './live-reader.ts';

export interface Read extends DangerReading {
  /** Which examples and lessons it had learnt; kept beside what it said. */
  readonly model: string;
}

/** 读险情: what the words sound like to what has learnt from examples and from people. */
export async function readAppeal(ctx: Context, text: string): Promise<Read | null> {
  const { reader, name } = await liveReader(ctx);
  const reading = readDanger(reader, withoutPeople(text));
  return reading && { ...reading, model: name };
}

/** As the program starts: the first appeal does not wait until the examples are learnt. */
export async function readyToRead(ctx: Context): Promise<void> {
  await liveReader(ctx);
}
