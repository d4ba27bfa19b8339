import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { type CluePart, clueParts } from './search.ts';
import { cluesText as words } from './text.ts';

/** The pages of the centre about clues. */
export function CluesParts({ part }: { part: CluePart }) {
  const may = useMay();
  const navigate = useNavigate();
  const open = clueParts.filter((one) => one !== 'audit' || may('clues.audit'));
  return (
    <div className="clue-parts no-print">
      <DeskTabs
        label={words.parts}
        open={part}
        onOpen={(next) => navigate({ to: '/clues', search: { part: next } })}
        tabs={open.map((name) => ({ name, label: words.part[name], count: null }))}
      />
    </div>
  );
}
