/** 派单: who answers for an order, by when, and who is told. */
import './forget-reader.ts';
import './ring-duty.ts';

export { advanceAssignment } from './advance-assignment.ts';
export type { Assignment } from './assignment.ts';
export { change as changeAssignment, ofOrder, one } from './assignments.repo.ts';
export { copiesFor, ruleFor, suggestionsFor } from './catalogue.ts';
export { type Choice, chooseUnits } from './choose-units.ts';
export { type DutyLimits, dutyLimits } from './duty-limits.ts';
export { learntUnits } from './learnt-units.ts';
export { endPauses, pause, pausesOf, shiftDue } from './pauses.ts';
export { type Plan, planFor } from './plan.ts';
export {
  holds,
  isHeldBy,
  mayChangeUnits,
  mayDelegate,
  mayNameReaders,
  mayRecallChild,
  maySend,
  mayUndo,
  namesReaders,
  permitted,
} from './policy.ts';
export { subtree } from './recall-child.ts';
export { dispatchOrder } from './send.ts';
export { sendByRule } from './send-by-rule.ts';
export { addDuties, limitsFor } from './send-to-units.ts';
export { assignmentSteps, assignmentStepsFrom, openStates, workingStates } from './steps.ts';
export { type CatalogueRow, suggestUnit, type UnitSuggestion } from './suggest-unit.ts';
export { spanWords } from './text.ts';
export { revokeAll } from './undo-send.ts';
