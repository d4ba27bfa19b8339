import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readFigures } from '../src/modules/indicators/index.ts';
import { acceptCandidate } from '../src/modules/nodes/accept-candidate.ts';
import { openNode } from '../src/modules/nodes/open-node.ts';
import { runZero } from '../src/modules/nodes/run-zero.ts';
import { inCity } from './kit.ts';

const watched = (name: string, areaCode: string) => ({
  ...{ name, areaCode, names: [name], aliases: [], things: [], reason: '往年多有反映' },
});

test(
  'K46 counts objects whose window ended in the period, by the last query; before there is one there is no figure',
  inCity(async ({ ctx, as, anOrder, travelTo }) => {
    const analyst = as('analyst');
    const { nodeId } = await analyst.do(openNode, { code: 'qingming', year: 2026 });
    const quiet = await analyst.do(acceptCandidate, { nodeId, ...watched('苏峰山', '350626') });
    const loud = await analyst.do(acceptCandidate, { nodeId, ...watched('风动石', '350626') });
    const april = { from: '2026-04-01', to: '2026-04-30' };
    const read = async (span: object) => {
      const { keyDates, unfed } = await analyst.do(readFigures, { ...april, ...span });
      return [keyDates, unfed.some(({ id }) => id === 'K46')];
    };
    await travelTo(new Date('2026-04-05T02:00:00Z'));
    await anOrder.toDispatch({ content: '风动石景区门口太挤。', areaCode: '350626000000' });
    await analyst.do(runZero, quiet);
    expect(await read({})).toEqual([null, true]);
    await travelTo(new Date('2026-04-09T02:00:00Z'));
    // The window is over, and nobody has asked since: they are said, and are no part of the share.
    expect(await read({})).toEqual([{ zero: 0, watched: 0, unasked: 2 }, false]);
    await analyst.do(runZero, quiet);
    expect(await read({})).toEqual([{ zero: 1, watched: 1, unasked: 1 }, false]);
    await analyst.do(runZero, loud);
    expect(await read({})).toEqual([{ zero: 1, watched: 2, unasked: 0 }, false]);
    expect(await read({ county: '350626' })).toEqual([{ zero: 1, watched: 2, unasked: 0 }, false]);
    expect(await read({ county: '350623' })).toEqual([null, true]);
    expect(await read({ to: '2026-04-06' })).toEqual([null, true]);
    // More was found than is read at once: none is no zero.
    await sql`
      update nodes.zero set coverage = coverage || '{"isCapped": true}' where watch_id = ${quiet.watchId}`.execute(
      ctx.tx,
    );
    expect(await read({})).toEqual([{ zero: 0, watched: 2, unasked: 0 }, false]);
  }),
);
