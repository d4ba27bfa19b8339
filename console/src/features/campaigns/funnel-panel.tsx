import { Button } from 'antd';
import { nowMs } from '../../shell/browser-clock.ts';
import { DayField } from '../../ui/day-field.tsx';
import { dayText, fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ShareBars } from '../../ui/share-bars.tsx';
import type { Campaign } from './campaigns.queries.ts';
import { funnelText as words } from './text.ts';

interface FunnelPanelProps {
  funnel: Campaign['funnel'];
  day: string | undefined;
  onDay: (day: string | undefined) => void;
}

const parts = ['all', 'inspected', 'rectified', 'toMedia', 'open'] as const;

/** 漏斗: how far the problems are, now or at the end of any past day; the figures stand beside the bars. */
export function FunnelPanel({ funnel, day, onDay }: FunnelPanelProps) {
  return (
    <Panel
      className="gap-below"
      title={words.title}
      extra={<span className="soft">{words.asOf(fullInstant(funnel.at))}</span>}
    >
      <ShareBars
        label={words.title}
        keys={words.keys}
        bars={parts.map((part) => ({
          key: part,
          name: words.parts[part],
          whole: funnel.all.problems,
          part: funnel[part].problems,
          words: words.both(funnel[part].problems, funnel[part].appeals),
        }))}
      />
      <p role="status" className={funnel.addsUp ? 'soft' : 'campaign-wrong'}>
        {funnel.addsUp ? words.addsUp : words.doesNot}
      </p>
      <div className="inline">
        <DayField
          label={words.day}
          day={day ?? dayText(new Date(nowMs()).toISOString())}
          onDay={onDay}
        />
        {day !== undefined && <Button onClick={() => onDay(undefined)}>{words.now}</Button>}
      </div>
    </Panel>
  );
}
