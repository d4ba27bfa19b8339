import type { city } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
// The port says itself what it adds to the context.
import '../../ports/maps/index.ts';
import { cityWords } from './city.repo.ts';
import { organisationText } from './text.ts';

/** 城市概况: what every page needs before anybody signs in. */
export async function cityFacts(ctx: Context): Promise<ReplyOf<typeof city.cityFacts>> {
  const { facts, isDemo } = await cityWords(ctx);
  return {
    code: facts.code,
    name: facts.name,
    hotlineName: facts.hotlineName,
    zone: facts.zone,
    centre: facts.centre,
    privacyNotice: organisationText.privacyNotice(facts.hotlineName),
    tiles: ctx.ports.maps.tiles,
    demo: isDemo,
  };
}
