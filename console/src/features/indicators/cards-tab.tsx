import {
  type Dimension,
  dimensionIndicators,
  dimensionLabel,
  dimensions,
  type FigureKey,
  indicatorTable,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SatisfactionPanel } from './satisfaction-panel.tsx';
import { type Figures, figuresQuery, type Scope, targetsQuery } from './scorecard.queries.ts';
import { scorecardText as t } from './text.ts';
import { KeyDatesTile, Tile, UnfedTile } from './tile.tsx';
import { YearPanel } from './year-panel.tsx';

interface CardsTabProps {
  scope: Scope;
  opened: FigureKey | undefined;
  onOpen: (figure: FigureKey) => void;
}

/** 五个维度. */
export function CardsTab({ scope, opened, onOpen }: CardsTabProps) {
  const figures = useQuery(figuresQuery(scope));
  return (
    <Ask of={figures}>
      {(found) => (
        <div className="stack">
          {found.rebuilding !== null && (
            <Alert
              type="info"
              showIcon
              title={t.rebuilding(found.rebuilding.done, found.rebuilding.total)}
            />
          )}
          <SatisfactionPanel scope={scope} onOpen={onOpen} />
          <YearPanel scope={scope} />
          {dimensions.map((dimension) => (
            <DimensionPanel
              key={dimension}
              dimension={dimension}
              figures={found}
              opened={opened}
              onOpen={onOpen}
            />
          ))}
        </div>
      )}
    </Ask>
  );
}

interface DimensionPanelProps extends Pick<CardsTabProps, 'opened' | 'onOpen'> {
  dimension: Dimension;
  figures: Figures;
}

function DimensionPanel({ dimension, figures, opened, onOpen }: DimensionPanelProps) {
  const targets = useQuery(targetsQuery);
  const ids = dimensionIndicators[dimension];
  return (
    <Panel title={dimensionLabel[dimension]}>
      <div className="tiles">
        {ids.map((id) => {
          if (figures.unfed.some((one) => one.id === id)) return <UnfedTile key={id} id={id} />;
          if (id === 'K46' && figures.keyDates !== null)
            return <KeyDatesTile key={id} {...figures.keyDates} />;
          return figures.figures
            .filter(({ key }) => key in indicatorTable[id].figures)
            .map((figure) => (
              <Tile
                key={figure.key}
                figure={figure}
                target={targets.data?.rows.find(({ indicator }) => indicator === figure.key)}
                isOpen={opened === figure.key}
                onOpen={() => onOpen(figure.key)}
              />
            ));
        })}
      </div>
    </Panel>
  );
}
