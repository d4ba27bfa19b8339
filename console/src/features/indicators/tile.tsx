import { countedThingLabel, figureWords, indicatorTable, minimumSample } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import { spanText } from '../../ui/format.ts';
import { Meter } from './meter.tsx';
import type { Figure, Figures, Targets } from './scorecard.queries.ts';
import { scorecardText as t } from './text.ts';
import { countsText, type indicatorIdOf, ratioText, shareOf, valueText } from './values.ts';

interface TileProps {
  figure: Figure;
  target: Targets['rows'][number] | undefined;
  isOpen: boolean;
  onOpen: () => void;
}

/** One figure: what it is, of how many, and what was left out; it opens to its orders. */
export function Tile({ figure, target, isOpen, onOpen }: TileProps) {
  const { name, measuredIn, indicator } = figureWords(figure.key);
  const thing = countedThingLabel[indicatorTable[indicator].counts];
  const value = valueText(figure);
  const isEmpty = figure.raw.denominator === 0;
  const drawn = measuredIn === 'share' && figure.hasRate ? shareOf(figure.adjusted) : null;
  return (
    <button type="button" className="tile" aria-expanded={isOpen} onClick={onOpen}>
      <span className="tile-name">{name}</span>
      {value !== null && !isEmpty ? (
        <b className="tile-value">{value}</b>
      ) : (
        <b className="tile-value is-missing">{isEmpty ? t.none : countsText(figure.adjusted)}</b>
      )}
      {drawn !== null && <Meter share={drawn} target={target?.percent} />}
      <span className="tile-more">
        {measuredIn === 'share' && value !== null && <span>{countsText(figure.adjusted)}</span>}
        {measuredIn !== 'share' && !isEmpty && (
          <span>{t.among(figure.adjusted.denominator, thing)}</span>
        )}
        {figure.amounts && measuredIn === 'minutes' && (
          <span>
            {t.median} · {t.p90(spanText(figure.amounts.p90))}
          </span>
        )}
        <Beside figure={figure} />
        {target && measuredIn === 'share' && <span>{t.target(target.percent)}</span>}
      </span>
      {value === null && !isEmpty && (
        <Tooltip title={t.tooFewHelp(minimumSample)}>
          <span className="chip chip-wait">{t.tooFew}</span>
        </Tooltip>
      )}
    </button>
  );
}

/** 剔除前、剔除、覆盖: only where they say something else. */
function Beside({ figure: { raw, adjusted, leftOut, coverage, hasRate } }: { figure: Figure }) {
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  const isOther = raw.denominator !== adjusted.denominator || raw.numerator !== adjusted.numerator;
  return (
    <>
      {isOther && <span>{t.raw(hasRate ? ratioText(raw) : countsText(raw))}</span>}
      {out > 0 && <span>{t.leftOut(out)}</span>}
      {coverage.known < coverage.of && (
        <span className="is-warning">{t.coverage(coverage.known, coverage.of)}</span>
      )}
    </>
  );
}

interface UnfedTileProps {
  id: ReturnType<typeof indicatorIdOf>;
}

/** Nothing feeds it: no figure, and why. */
export function UnfedTile({ id }: UnfedTileProps) {
  const { name, source } = indicatorTable[id];
  return (
    <div className="tile is-unfed">
      <span className="tile-name">{name}</span>
      <span className="tile-more">{t.unfed[source]}</span>
    </div>
  );
}

/** 零投诉达成: counted by object and node; it opens to the nodes, whose queries name the orders. */
export function KeyDatesTile({ zero, watched, unasked }: NonNullable<Figures['keyDates']>) {
  return (
    <Link className="tile" to="/nodes">
      <span className="tile-name">{indicatorTable.K46.name}</span>
      {watched > 0 && <b className="tile-value">{t.ofWatched(zero, watched)}</b>}
      {unasked > 0 && <span className="tile-more">{t.unasked(unasked)}</span>}
      <span className="tile-more">{t.openNodes}</span>
    </Link>
  );
}
