import { foresightSignals } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EnterSignal } from './enter-signal.tsx';
import { type SignalBox, signalsQuery } from './foresight.queries.ts';
import { ImportSignals } from './import-signals.tsx';
import { SignalRow } from './signal-row.tsx';
import { foresightText, signalsText as words } from './text.ts';

/** 外部信息: entered, imported, and warnings that wait for a person. */
export function SignalsTab() {
  const [box, setBox] = useState<SignalBox>('all');
  const list = useInfiniteQuery(signalsQuery(box));
  const first = list.data?.pages[0];
  return (
    <Panel
      title={foresightText.tabs.signals}
      extra={
        first?.can.enter ? (
          <div className="foresight-acts">
            <EnterSignal kinds={first.kinds} />
            <ImportSignals />
          </div>
        ) : undefined
      }
    >
      <Segmented<SignalBox>
        value={box}
        onChange={setBox}
        options={foresightSignals.signalBoxes.map((value) => ({
          value,
          label: words.boxes[value],
        }))}
      />
      <KeysetList
        key={box}
        query={list}
        label={words.boxLabel}
        empty={words.empty}
        unit={words.unit}
        keyOf={({ id }) => id}
        render={(row) => <SignalRow row={row} />}
      />
    </Panel>
  );
}
