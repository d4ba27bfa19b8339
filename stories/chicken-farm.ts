import { listReviewed } from './chicken-farm/analyst.ts';
import { campaignClosed, everybodyAnswered } from './chicken-farm/ended.ts';
import { forceSeated } from './chicken-farm/force.ts';
import { type Rectifying, rectified } from './chicken-farm/rectified.ts';
import { sceneOf } from './chicken-farm/scene.ts';
import { appealsFor, everythingTold, mattersOf } from './chicken-farm/told.ts';
import { topicOpened } from './chicken-farm/topic.ts';
import type { Story } from './kit/story.ts';

/** 养鸡场污水 (C2), seed case 2: hundreds of voices are found among thousands, put into problems, and followed to the end. */
export const chickenFarm: Story = {
  name: 'chicken-farm',
  title: 'appeals of one topic are found among many, and followed until none is open, Zhangzhou',
  city: 'zhangzhou',
  startsAt: '2025-02-05T09:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    const appeals = await appealsFor(scene);
    const matters = await mattersOf(scene, appeals);
    const told = await everythingTold(scene, matters, appeals);
    await walked({ scene, matters, told });
  },
};

/** From the topic to none open. */
export async function walked(of: Omit<Rectifying, 'campaignId'>): Promise<void> {
  const { scene, told } = of;
  const campaignId = await topicOpened(scene, told);
  await listReviewed(scene, { campaignId, told });
  await forceSeated(scene, campaignId);
  await rectified({ ...of, campaignId });
  await everybodyAnswered(
    scene,
    told.filter(({ truth }) => truth.isTopic),
  );
  await campaignClosed(scene, campaignId);
}
