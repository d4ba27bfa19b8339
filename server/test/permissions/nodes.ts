import { acceptCandidate } from '../../src/modules/nodes/accept-candidate.ts';
import { insertAll } from '../../src/modules/nodes/candidates.repo.ts';
import { openNode } from '../../src/modules/nodes/open-node.ts';
import * as readings from '../../src/modules/nodes/readings.repo.ts';
import type { Doing } from './objects.ts';
import type { Nodes, Probe, Probes } from './probe.ts';

const nobody = '018f0000-0000-7000-8000-000000000000';
const words = {
  name: '苏峰山景区 观光车',
  areaCode: '350626',
  names: ['苏峰山'],
  aliases: [],
  things: ['观光车'],
};
const reason = '权限测试用的理由';

/** A key date ahead of the tests' days, with a found object and a watched one. */
export const makeNodes = (doing: Doing): Promise<Nodes> =>
  doing.system(async (ctx) => {
    const { nodeId } = await openNode(ctx, { code: 'national-day', year: 2026 });
    const [readingId, candidateId] = [ctx.newId(), ctx.newId()];
    await readings.insert(ctx, readingId, nodeId);
    await readings.setState(ctx, readingId, 'failed');
    await insertAll(ctx, [
      {
        ...{ id: candidateId, reading_id: readingId, rank: 1, name: words.name },
        ...{ county: '350626', names: ['苏峰山'], things: [], aliases: [] },
        ...{ people: 2, orders: 2, expected: 0, reasons: [] },
      },
    ]);
    const { watchId } = await acceptCandidate(ctx, { nodeId, ...words, reason });
    return { node: nodeId, candidate: candidateId, watch: watchId };
  });

const onNode = (body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { nodeId: fixtures.nodes.node }, body }),
});
const onWatch = (body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { watchId: fixtures.nodes.watch }, body }),
});

export const nodeProbes: Probes = {
  'GET /nodes': { request: () => ({}) },
  'POST /nodes': { request: () => ({ body: { code: 'mid-autumn', year: 2026 } }) },
  'POST /nodes/own': {
    request: () => ({
      body: {
        ...{ name: '权限测试', family: 'event', first: '2026-08-01', last: '2026-08-02' },
        ...{ daysBefore: 1, daysAfter: 1, areas: [], matters: ['12'] },
      },
    }),
  },
  'GET /nodes/:nodeId': onNode(),
  'POST /nodes/:nodeId/readings': onNode(),
  'GET /nodes/candidates/:candidateId/orders': {
    request: ({ fixtures }) => ({ params: { candidateId: fixtures.nodes.candidate } }),
  },
  'POST /nodes/:nodeId/review': onNode({ words: '权限测试用的一段复盘文字', watches: [] }),
  'GET /nodes/:nodeId/watches': onNode(),
  'POST /nodes/:nodeId/watches': onNode({ ...words, name: '铜山古城 摆渡车', reason }),
  'GET /nodes/:nodeId/board': onNode(),
  'GET /nodes/:nodeId/quiet': onNode(),
  'POST /nodes/:nodeId/quiet': onNode({ sites: [], hours: [] }),
  'GET /nodes/watches/:watchId': onWatch(),
  'POST /nodes/watches/:watchId/end': onWatch({ reason }),
  'POST /nodes/watches/:watchId/words': onWatch({ kind: 'alias', word: '小火车' }),
  'POST /nodes/watches/:watchId/words/:wordId/drop': {
    request: ({ fixtures }) => ({ params: { watchId: fixtures.nodes.watch, wordId: nobody } }),
  },
  'POST /nodes/watches/:watchId/plan': onWatch({
    rows: [
      {
        ...{ title: '增加班次', wanted: '增加运行班次' },
        ...{ unit: '350626.wlj', finishOn: '2026-09-28' },
      },
    ],
  }),
  'POST /nodes/watches/:watchId/limit': onWatch({ matters: ['120102'], isOn: true }),
  'POST /nodes/watches/:watchId/zero': onWatch(),
  'GET /nodes/watches/:watchId/zero': onWatch(),
  'POST /nodes/watches/:watchId/rulings': onWatch({ orderId: nobody, counts: false, reason }),
};
