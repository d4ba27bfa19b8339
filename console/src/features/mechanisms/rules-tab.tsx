import { Panel } from '../../ui/panel.tsx';
import type { MechanismPage } from './mechanisms.queries.ts';
import { mechanismsText as words } from './text.ts';

/** 机制说明: what the city wrote down, in plain words. */
export function RulesTab({ page }: { page: MechanismPage }) {
  return (
    <Panel title={page.name}>
      <p>{page.aim}</p>
      <p className="soft">{words.basis(page.basis)}</p>
      <dl className="facts">
        {page.rules.map(({ title, lines }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              <ul className="plain-list">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
