import { checkOutcomeLabel } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Received } from './clues.queries.ts';
import { cluesText, clueText as words } from './text.ts';

type Check = Received['checks'][number];

interface Props {
  checks: readonly Check[];
  /** What may be done with one that is not reported. */
  act?: (check: Check) => ReactNode;
}

/** 联合检查, place by place; its photos stand in the visit. */
export function CheckTable({ checks, act }: Props) {
  return (
    <Panel title={words.checks}>
      {checks.length === 0 ? (
        <p className="soft">{words.noChecks}</p>
      ) : (
        <DataTable
          heads={words.checkHeads}
          rows={checks.map((check) => ({
            key: check.id,
            cells: [
              check.on,
              <Link key="visit" to="/visits" search={{ tab: 'all', visit: check.visitId }}>
                {check.place}
              </Link>,
              check.units.map(({ name }) => name).join('、'),
              check.outcome === null ? act?.(check) : checkOutcomeLabel[check.outcome],
              check.caseNo,
              check.penaltyFen === null ? '' : cluesText.yuan(check.penaltyFen),
              check.findings,
            ],
          }))}
        />
      )}
    </Panel>
  );
}
