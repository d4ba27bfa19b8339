import { type ModelKind, modelKindLabel, modelKinds } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { modelsQuery } from './models.queries.ts';
import { modelsText } from './text.ts';
import { VersionsPanel } from './versions-panel.tsx';

const route = getRouteApi('/models');

/** 模型: what was learnt, how right it is, and which version is in use. */
export function ModelsPage() {
  const { kind = 'matter' } = route.useSearch();
  const navigate = route.useNavigate();
  const models = useQuery(modelsQuery);
  return (
    <>
      <div className="page-title">
        <h1>{modelsText.title}</h1>
      </div>
      <Segmented<ModelKind>
        className="gap-below"
        aria-label={modelsText.choose}
        value={kind}
        options={modelKinds.map((value) => ({ value, label: modelKindLabel[value] }))}
        onChange={(next) => navigate({ search: { kind: next } })}
      />
      <div className="stack">
        <Ask of={models}>
          {(found) => {
            const model = found.models.find((one) => one.kind === kind);
            return model ? <VersionsPanel model={model} found={found} /> : null;
          }}
        </Ask>
        <FiguresPanel kind={kind} />
      </div>
    </>
  );
}
