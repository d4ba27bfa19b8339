import { expect, test, vi } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import * as text from '../text/index.ts';
import { readOrder } from './read-order.ts';

vi.mock('../text/index.ts', async (load) => {
  const real = await load<typeof text>();
  return { ...real, taggedWords: vi.fn(real.taggedWords) };
});

const places = ['胜利路', '新华路', '解放路', '延安路', '建设路', '人民路', '和平路', '青年路'];
const lately = places.flatMap((place, at) =>
  [1, 2, 3].map((no) => ({
    title: `${place}井盖缺失`,
    content: `${place}${at + no}号门口的井盖不见了,晚上有人差点掉下去,第${no}次反映。`,
    address: `${place}${at + no}号`,
    matterCode: '010102',
  })),
);

test(
  'a new order costs its own reading, not that of all who spoke lately',
  inCity(async ({ system, anOrder }) => {
    const read = (id: string) => system.do((ctx, own: string) => readOrder(ctx, own), id);
    const reads = vi.mocked(text.taggedWords);
    for (const one of lately) await read((await anOrder.waiting(one)).id);
    const next = await anOrder.waiting({
      ...lately[0],
      content: '胜利路的井盖又没了,车都绕着走。',
    });
    reads.mockClear();
    await read(next.id);
    const first = reads.mock.calls.length;
    expect(first).toBeGreaterThan(0);
    // Its keys, its names and its words; without remembering, several for every order before it.
    expect(first).toBeLessThan(lately.length / 2);
    reads.mockClear();
    await read(next.id);
    expect(reads).not.toHaveBeenCalled();
  }),
);
