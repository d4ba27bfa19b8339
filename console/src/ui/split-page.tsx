import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { EmptyState } from './empty-state.tsx';
import { uiText } from './text.ts';

interface SplitPageProps {
  list: ReactNode;
  /** What the chosen row opens; null while nothing is chosen. */
  detail: ReactNode | null;
  /** What is worth reading while nothing is chosen; on a phone it follows the list. */
  meanwhile?: ReactNode;
  onBack: () => void;
}

/** List beside work on a wide screen; on a phone one after the other. */
export function SplitPage({ list, detail, meanwhile, onBack }: SplitPageProps) {
  const state = detail !== null ? ' has-detail' : meanwhile !== undefined ? ' has-meanwhile' : '';
  return (
    <div className={`split${state}`}>
      <div className="split-list">{list}</div>
      <div className="split-detail">
        {detail === null ? (
          (meanwhile ?? (
            <div className="panel">
              <EmptyState words={uiText.chooseFromList} />
            </div>
          ))
        ) : (
          <>
            <Button className="split-back" icon={<ArrowLeftOutlined />} onClick={onBack}>
              {uiText.backToList}
            </Button>
            {detail}
          </>
        )}
      </div>
    </div>
  );
}
