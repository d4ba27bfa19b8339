import { nothingOpened, registerAdapter } from '../exchange/index.ts';
import { handMissed } from './hear-duties.ts';
import { text } from './text.ts';
import {
  answering,
  checkAnswer,
  checkReturn,
  heardByUnit,
  takeAnswer,
  tellUnit,
} from './unit-side.ts';

/** 县级平台适配器: we are the upper side. What is dispatched to the county goes to its own system, and its steps come back as the unit's own. */
registerAdapter({
  name: 'county',
  label: text.county,
  takes: [...answering, 'supplement'],
  check: checkReturn,
  fits: checkAnswer,
  apply: async (ctx, incoming) => {
    if (incoming.case?.opened_by === 'us') await takeAnswer(ctx, incoming.case.order_id, incoming);
    return nothingOpened;
  },
  hears: heardByUnit,
  outward: tellUnit,
  resumes: handMissed,
  showsPhotos: true,
});
