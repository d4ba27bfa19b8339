/** 审计: who did what, for the auditor. */
import './anchor-daily.ts';

export { listAuditLines } from './list-lines.ts';
