import type { AssignmentRole, UnitKind } from '@minsheng/contract/words/assignment.ts';
import { allowed, allowIf, type Decision } from '../../platform/refusal.ts';
import type { CatalogueRow } from './suggest-unit.ts';

/** What the catalogue says of the order's matter. */
export interface MatterDuty {
  readonly level: CatalogueRow['level'];
  /** 履职事项清单: the matter stands on the township's own list of duties. */
  readonly isListed: boolean;
  readonly matterName: string;
  /** The level in words a clerk reads, for the refusal. */
  readonly levelName: string;
}

/**
 * 基层减负: what a bureau, a county or an enterprise must do is not handed down. The base may help, with a reason that
 * is kept; and what stands on its own list of duties may be passed on to it by whoever stays responsible.
 */
export function mayGoTo(
  duty: MatterDuty | null,
  unit: { readonly kind: UnitKind; readonly name: string },
  role: AssignmentRole,
  reason: string | null,
): Decision {
  if (!duty || !isGuarded(duty.level) || !isGrassroots(unit.kind)) return allowed;
  // 国办函〔2025〕66号(五): what a department must do may not be sent to towns and villages to answer for.
  const { matterName: matter, levelName: level } = duty;
  const guarded = allowIf(false, 'dispatch.grassroots-guard', { matter, level, unit: unit.name });
  switch (role) {
    case 'lead':
      return guarded;
    case 'delegate':
      return duty.isListed ? allowed : guarded;
    case 'assist':
    case 'linkage':
      return allowIf((reason ?? '').trim() !== '', 'dispatch.guard-reason', { unit: unit.name });
    case 'copy':
      return allowed;
    default:
      return role satisfies never;
  }
}

/** 基层: townships, subdistricts, villages and communities. */
export function isGrassroots(kind: UnitKind): boolean {
  return kind === 'township' || kind === 'village';
}

/** The levels above a township: a water company's duty, or a county's, is no more the village's than a bureau's is. */
function isGuarded(level: CatalogueRow['level']): boolean {
  switch (level) {
    case 'department':
    case 'county':
    case 'enterprise':
      return true;
    case 'township':
    case 'village':
      return false;
    default:
      return level satisfies never;
  }
}
