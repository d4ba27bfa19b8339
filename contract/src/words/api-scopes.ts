import type { Permission } from './permissions.ts';

/** 接口权限: what one key of a machine account may do, and nothing besides. */
export const apiScopes = [
  'open311:file',
  'orders:read',
  'orders:work',
  'changes:read',
  'export:read',
] as const;
export type ApiScope = (typeof apiScopes)[number];

interface ApiScopeWords {
  label: string;
  /** 代表单位: acts for the account's unit, so the account needs one. */
  ofUnit: boolean;
  permissions: readonly Permission[];
}

export const apiScopeWords: Record<ApiScope, ApiScopeWords> = {
  'open311:file': { label: '提交诉求(Open311)', ofUnit: false, permissions: ['intake.api'] },
  'orders:read': { label: '查看本单位工单', ofUnit: true, permissions: ['orders.read'] },
  'orders:work': {
    label: '办理本单位工单',
    ofUnit: true,
    permissions: ['orders.read', 'handling.work', 'disputes.ask'],
  },
  'changes:read': { label: '接收工单变化', ofUnit: true, permissions: ['orders.read'] },
  'export:read': { label: '批量导出本单位工单', ofUnit: true, permissions: ['orders.read'] },
};
