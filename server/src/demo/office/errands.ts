import type { Life } from '../lives/scene.ts';
import type { World } from '../world.ts';
import { campaigns } from './campaigns.ts';
import { clues } from './clues.ts';
import { conduct } from './conduct.ts';
import { contests } from './contests.ts';
import { emergency } from './emergency.ts';
import type { Office } from './errand.ts';
import { foresight } from './foresight.ts';
import { guidance } from './guidance.ts';
import { ledgers } from './ledgers.ts';
import { letters } from './letters.ts';
import { media } from './media.ts';
import { meetings } from './meetings.ts';
import { merging } from './merging.ts';
import { nodes } from './nodes.ts';
import { releases } from './release.ts';
import { supervision } from './supervision.ts';
import { tasks } from './tasks.ts';
import { twoLines } from './two-lines.ts';
import { visits } from './visits.ts';

export interface Happening {
  at: Date;
  happens(world: World): Life;
}

/** 中心公务 of the last weeks, so that no page of the demo opens empty. */
export const errandsUntil = (office: Omit<Office, 'world'>): Happening[] =>
  [
    tasks,
    letters,
    meetings,
    visits,
    supervision,
    conduct,
    guidance,
    contests,
    releases,
    merging,
    emergency,
    foresight,
    ledgers,
    clues,
    twoLines,
    nodes,
    campaigns,
    media,
  ].flatMap((happening) =>
    happening(office.end).map(({ at, happens }) => ({
      at,
      happens: (world) => begun(at, happens({ ...office, world })),
    })),
  );

async function* begun(at: Date, life: Life): Life {
  yield at;
  yield* life;
}
