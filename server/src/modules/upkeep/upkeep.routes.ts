import { upkeep as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { liveWorkers } from '../../platform/job-queue.ts';
import { listTroubles } from './list-troubles.ts';
import { settleTrouble } from './settle-trouble.ts';

export function upkeepRoutes(app: App): void {
  const isVirtual = app.runtime.clock.kind === 'virtual';
  mount(
    app,
    contract.listTroubles,
    { may: 'upkeep.read', audit: 'troubles read' },
    async (ctx) => ({
      ...(await listTroubles(ctx)),
      workers: isVirtual ? null : await liveWorkers(ctx.tx),
    }),
  );
  mount(
    app,
    contract.settleTrouble,
    { may: 'upkeep.settle', audit: 'trouble settled' },
    settleTrouble,
  );
}
