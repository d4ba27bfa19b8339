import type { Story } from './kit/story.ts';
import { again } from './unpaid-wages/again.ts';
import { paid } from './unpaid-wages/paid.ts';
import { sceneOf } from './unpaid-wages/scene.ts';

/** Hami's case (HC3): wages unpaid in an industrial park; sent at once, paid, and the worker says how much came. */
export const unpaidWages: Story = {
  name: 'unpaid-wages',
  title:
    'wages unpaid at a park: quick transfer, quick handling, quick checking, Hami, Yiwu county',
  city: 'hami',
  // A Tuesday within Xinjiang's office hours, some weeks before the Spring Festival.
  startsAt: '2025-12-02T10:30:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    await paid(scene);
    await again(scene);
  },
};
