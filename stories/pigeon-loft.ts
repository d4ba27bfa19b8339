import type { Story } from './kit/story.ts';
import { cleared } from './pigeon-loft/cleared.ts';
import { founded } from './pigeon-loft/founded.ts';
import { sceneOf } from './pigeon-loft/scene.ts';
import { told } from './pigeon-loft/told.ts';

/** 由点及面 (HC2): one pigeon loft on a roof becomes a ledger of many, cleared one by one. */
export const pigeonLoft: Story = {
  name: 'pigeon-loft',
  title: 'one order becomes a ledger of many places, cleared one by one, Hami',
  city: 'hami',
  startsAt: '2026-05-11T10:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    const voices = await told(scene);
    const ledgerId = await founded(scene, voices);
    await cleared(scene, ledgerId);
  },
};
