import { getRouteApi } from '@tanstack/react-router';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import './media.css';
import { DaysPart } from './days-part.tsx';
import { EffectPart } from './effect-part.tsx';
import { PiecesPart } from './pieces-part.tsx';
import { PromisesPart } from './promises-part.tsx';
import { type MediaPart, mediaParts } from './search.ts';
import { partText } from './text.ts';
import { TipsPart } from './tips-part.tsx';

const route = getRouteApi('/media');

/** 新闻+政务+服务: from a viewer's words to a result anybody may read of. */
export function MediaPage() {
  const { part = 'tips' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <DeskTabs
        label={partText.label}
        open={part}
        onOpen={(next) => navigate({ search: { part: next } })}
        tabs={mediaParts.map((name) => ({ name, label: partText[name], count: null }))}
      />
      <Part part={part} />
    </>
  );
}

function Part({ part }: { part: MediaPart }) {
  switch (part) {
    case 'tips':
      return <TipsPart />;
    case 'pieces':
      return <PiecesPart />;
    case 'days':
      return <DaysPart />;
    case 'promises':
      return <PromisesPart />;
    case 'effect':
      return <EffectPart />;
    default:
      return part satisfies never;
  }
}
