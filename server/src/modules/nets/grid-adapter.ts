import {
  applyAppeal,
  checkTransfer,
  heardBySender,
  registerAdapter,
  tellOfAppeal,
} from '../exchange/index.ts';
import * as orders from '../orders/index.ts';
import { text } from './text.ts';

/** 网格适配器 (M8-4): what a grid member reports, with the grid and pictures, and what comes of it. */
registerAdapter({
  name: 'grid',
  label: text.grid,
  takes: ['transfer', 'supplement', 'urge', 'withdraw'],
  check: checkTransfer,
  apply: async (ctx, incoming) => {
    const applied = await applyAppeal(ctx, incoming, 'grid');
    const { said } = incoming;
    const gridId = said.kind === 'transfer' ? said.body.place.gridId : undefined;
    if (applied.opened && gridId)
      await orders.addText(ctx, applied.opened.orderId, {
        kind: 'note',
        content: text.fromGrid(gridId),
      });
    return applied;
  },
  hears: heardBySender,
  outward: tellOfAppeal,
});
