import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BoardTab } from './board-tab.tsx';
import { CompareTab } from './compare-tab.tsx';
import { type NodeWhole, nodeQuery } from './nodes.queries.ts';
import { ObjectsTab } from './objects-tab.tsx';
import { QuietTab } from './quiet-tab.tsx';
import { ReviewTab } from './review-tab.tsx';
import { type NodesSearch, nodeTabs } from './search.ts';
import { nodesText as words } from './text.ts';
import { WatchesTab } from './watches-tab.tsx';

interface NodeViewProps {
  nodeId: string;
  search: NodesSearch;
  onSearch: (next: Partial<NodesSearch>) => void;
}

/** 一个节点. */
export function NodeView({ nodeId, search, onSearch }: NodeViewProps) {
  const node = useQuery(nodeQuery(nodeId));
  return (
    <Ask of={node}>
      {(found) => {
        const tab = search.tab ?? (found.watched > 0 ? 'watches' : 'compare');
        return (
          <>
            <About node={found} />
            <DeskTabs
              label={found.name}
              open={tab}
              onOpen={(next) => onSearch({ tab: next, object: undefined, watch: undefined })}
              tabs={tabsOf(found).map((name) => ({ name, label: words.tabs[name], count: null }))}
            />
            {tab === 'compare' && <CompareTab node={found} onSearch={onSearch} />}
            {tab === 'objects' && <ObjectsTab node={found} search={search} onSearch={onSearch} />}
            {tab === 'watches' && <WatchesTab node={found} search={search} onSearch={onSearch} />}
            {tab === 'board' && <BoardTab nodeId={nodeId} />}
            {tab === 'quiet' && <QuietTab nodeId={nodeId} />}
            {tab === 'review' && <ReviewTab node={found} />}
          </>
        );
      }}
    </Ask>
  );
}

/** Only examinations have sites that are to be quiet. */
const tabsOf = ({ family }: NodeWhole) =>
  nodeTabs.filter((name) => name !== 'quiet' || family === 'exam');

function About({ node }: { node: NodeWhole }) {
  const { facts } = words;
  return (
    <Panel title={`${words.yearOf(node.year)}${node.name}`}>
      <Facts
        facts={[
          { label: facts.days, value: words.days(node.first, node.last) },
          { label: facts.window, value: words.days(node.from, node.to) },
          { label: facts.areas, value: node.areaNames.join('、') || facts.city },
          { label: facts.matters, value: node.matterNames.join('、') || facts.every },
        ]}
      />
    </Panel>
  );
}
