import { audit as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { listAuditLines } from './list-lines.ts';

export function auditRoutes(app: App): void {
  mount(
    app,
    contract.listAuditLines,
    { may: 'audit.read', audit: 'audit lines read' },
    listAuditLines,
  );
}
