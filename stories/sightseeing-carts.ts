import type { Story } from './kit/story.ts';
import { controlRun } from './sightseeing-carts/control-run.ts';
import { findAmongMany } from './sightseeing-carts/find.ts';
import { historyOf } from './sightseeing-carts/history.ts';
import { letterAndPlan } from './sightseeing-carts/letter-and-plan.ts';
import { sceneOf } from './sightseeing-carts/scene.ts';
import { threeHolidays } from './sightseeing-carts/three-holidays.ts';

/** 景区观光车零投诉, seed case 3: found before the holiday, told in a letter, planned, and quiet for three holidays. */
export const sightseeingCarts: Story = {
  name: 'sightseeing-carts',
  title: 'last year’s holiday and the last one name a cart; three holidays are quiet, Zhangzhou',
  city: 'zhangzhou',
  // Four ordinary weeks before 端午 2024.
  startsAt: '2024-05-08T09:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    await historyOf(scene);
    const watch = await findAmongMany(scene);
    await letterAndPlan(scene, watch);
    await threeHolidays(scene, watch);
    await controlRun(scene, watch);
  },
};
