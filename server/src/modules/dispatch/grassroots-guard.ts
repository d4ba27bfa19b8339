import type { AssignmentRole, UnitKind } from '@minsheng/contract/words/assignment.ts';
import { allowed, allowIf, type Decision } from '../../platform/refusal.ts';
import type { CatalogueRow } from './suggest-unit.ts';

/** What the catalogue says of the order's matter. */
export interface MatterDuty {
  readonly level: CatalogueRow['level'];
  readonly matterName: string;
  /** The level in words a clerk reads, for the refusal. */
  readonly levelName: string;
}

/** 基层减负: a bureau's matter is not handed down; the base may help, with a reason that is kept. */
export function mayGoTo(
  duty: MatterDuty | null,
  unit: { readonly kind: UnitKind; readonly name: string },
  role: AssignmentRole,
  reason: string | null,
): Decision {
  if (!duty || !isGuarded(duty.level) || !isGrassroots(unit.kind)) return allowed;
  // 国办函〔2025〕66号(五): what a department must do may not be sent to towns and villages to answer for.
  switch (role) {
    case 'lead':
      return allowIf(false, 'dispatch.grassroots-guard', {
        matter: duty.matterName,
        level: duty.levelName,
        unit: unit.name,
      });
    case 'assist':
    case 'linkage':
    case 'delegate':
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

/** A water company's duty is no more the village's than a bureau's is. */
function isGuarded(level: CatalogueRow['level']): boolean {
  return level === 'department' || level === 'enterprise';
}
