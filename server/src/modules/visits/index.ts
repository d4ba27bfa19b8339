/** 现场核查: somebody goes and looks, with a checklist. For every module that wants to know what stands there. */
import './visit-wait.ts';

export { askVisit, cancelVisit, planVisit } from './ask-visit.ts';
export { mayReadVisitFile } from './may-read-file.ts';
export { findVisible as findVisibleVisit, type Visit, visitsOf } from './visits.repo.ts';
