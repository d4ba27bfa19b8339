/** 派单: who answers for an order, by when, and who is told. */
import './forget-reader.ts';
import './recompute-dues.ts';
import './ring-duty.ts';

export { addUnit } from './add-unit.ts';
export { advanceAssignment } from './advance-assignment.ts';
export type { Assignment } from './assignment.ts';
export {
  change as changeAssignment,
  dutiesBelow,
  ofOrder,
  ofOrders,
  one,
  openBelow,
  standingBelow,
} from './assignments.repo.ts';
export { countyRows, endRow, insertRow, lockCatalogue } from './catalogue.repo.ts';
export { copiesFor, ruleFor, suggestionsFor } from './catalogue.ts';
export { changeLead } from './change-lead.ts';
export { type Choice, type ChosenUnit, chooseUnits, mayLead } from './choose-units.ts';
export { dueByLimit } from './due-of.ts';
export { type DutyLimits, dutyLimits } from './duty-limits.ts';
export { type DutyKey, holdDuty } from './held-duty.ts';
export { learntUnits } from './learnt-units.ts';
export { endPauses, movePause, pause, pausesOf, shiftDue } from './pauses.ts';
export { type Plan, planFor } from './plan.ts';
export {
  dutyStandsBefore,
  holds,
  isFree,
  isHeldBy,
  mayChangeUnits,
  mayDelegate,
  mayNameReaders,
  mayReassign,
  mayRecallChild,
  maySend,
  mayUndo,
  namesReaders,
  permitted,
} from './policy.ts';
export { precedentViews } from './precedent-views.ts';
export { insert as keepPrecedent, precedentsFor } from './precedents.repo.ts';
export { subtree } from './recall-child.ts';
export { dispatchOrder } from './send.ts';
export { sendByRule } from './send-by-rule.ts';
export { addDuties, limitsFor } from './send-to-units.ts';
export { owesStageReports, stageReportKey, stageReportLater } from './stage-report.ts';
export { assignmentSteps, assignmentStepsFrom, openStates, workingStates } from './steps.ts';
export {
  type CatalogueRow,
  levelOfLead,
  suggestUnit,
  type UnitSuggestion,
} from './suggest-unit.ts';
export { spanWords } from './text.ts';
export { revokeAll, unsent } from './undo-send.ts';
