import type { Context } from '../../platform/context.ts';
import { metresBetween } from '../../platform/metres.ts';
import { cityGazetteer, lineageOf, type Point } from '../mentions/index.ts';
import { foldLessons } from './fold-lessons.ts';
import { lessonsNear } from './places.repo.ts';

const nearMetres = 400;
const fewestLessons = 3;

/** 坐标附近: the area into which people put what happened round a spot; null where too few did, or of two minds. */
export async function areaNear(ctx: Context, spot: Point): Promise<string | null> {
  const lessons = await lessonsNear(ctx, spot);
  const near = lessons.filter(({ point }) => point && metresBetween(spot, point) <= nearMetres);
  if (near.length < fewestLessons) return null;
  const gazetteer = await cityGazetteer(ctx);
  const [only, ...others] = foldLessons('', near, (code) => lineageOf(gazetteer, code));
  return only && others.length === 0 ? only.areaCode : null;
}
