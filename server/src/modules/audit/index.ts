/** 审计: who did what, for the auditor. */
export { listAuditLines } from './list-lines.ts';
