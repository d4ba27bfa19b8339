import type { ModelKind } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { DriftPanel } from './drift-panel.tsx';
import { LabelsPanel } from './labels-panel.tsx';
import './learning.css';
import { MistakenPanel } from './mistaken-panel.tsx';
import { figuresQuery } from './models.queries.ts';
import { modelsText } from './text.ts';
import { WeeksPanel } from './weeks-panel.tsx';

/** 准不准: every rate with its numerator and denominator, and the orders behind it. */
export function FiguresPanel({ kind }: { kind: ModelKind }) {
  const figures = useQuery(figuresQuery(kind));
  return (
    <Ask of={figures}>
      {(found) =>
        found.weeks.length === 0 ? (
          <Panel title={modelsText.figures}>
            <p className="soft">{modelsText.noFigures}</p>
            <p className="soft formula">{modelsText.formula}</p>
          </Panel>
        ) : (
          <>
            <WeeksPanel kind={kind} found={found} />
            <LabelsPanel kind={kind} found={found} />
            <MistakenPanel kind={kind} found={found} />
            <CoveragePanel kind={kind} found={found} />
            <DriftPanel kind={kind} found={found} />
          </>
        )
      }
    </Ask>
  );
}
