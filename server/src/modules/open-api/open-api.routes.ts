import { openApi as contract } from '@minsheng/contract';
import { type App, mount, mountRaw } from '../../platform/http.ts';
import { askReturn } from '../disputes/index.ts';
import { type MayRead, readFile, uploadFile } from '../files/index.ts';
import * as handling from '../handling/index.ts';
import { askExport, readExport } from './ask-export.ts';
import { documentOf, documentPath } from './document.ts';
import { addHook, endHookOf, endOwnHook, listHooks, listOwnHooks } from './hooks.ts';
import { listDuties } from './list-duties.ts';
import { noteProgress } from './note-progress.ts';
import { readChanges } from './read-changes.ts';
import { readPart } from './read-part.ts';
import { serveOpen, serveOpenRaw } from './serve.ts';

/** 开放接口: a unit's own system reads and works what the unit may, by the use cases its people use. */
export const openApiRoutes =
  (mayRead: MayRead) =>
  (app: App): void => {
    readRoutes(app);
    workRoutes(app);
    fileRoutes(app, mayRead);
    hookRoutes(app);
    exportRoutes(app);
    mountRaw(
      app,
      {
        method: 'GET',
        path: documentPath,
        summary: 'Open interface: its OpenAPI document',
        may: 'public',
        audit: 'open interface described',
      },
      async () => documentOf(app.runtime.site, `${app.runtime.city.name} 开放接口`, app.registry),
    );
  };

function readRoutes(app: App): void {
  const read = { scope: 'orders:read' } as const;
  serveOpen(app, contract.listDuties, { ...read, audit: 'duties read by key' }, listDuties);
  serveOpen(app, contract.readDuty, { ...read, audit: 'duty read by key' }, handling.dutyView);
  serveOpen(
    app,
    contract.readChanges,
    { scope: 'changes:read', audit: 'changes followed by key' },
    readChanges,
  );
}

function workRoutes(app: App): void {
  const work = { scope: 'orders:work' } as const;
  serveOpen(app, contract.signDuty, { ...work, audit: 'duty signed by key' }, handling.sign);
  serveOpen(
    app,
    contract.contactRequester,
    { ...work, audit: 'requester contacted by key' },
    handling.contact,
  );
  serveOpen(app, contract.arriveOnScene, { ...work, audit: 'arrived by key' }, handling.arrive);
  serveOpen(app, contract.noteProgress, { ...work, audit: 'progress noted by key' }, noteProgress);
  serveOpen(
    app,
    contract.reportStage,
    { ...work, audit: 'stage report written by key' },
    handling.writeStageReport,
  );
  serveOpen(
    app,
    contract.askForInfo,
    { ...work, audit: 'information asked for by key' },
    handling.askInfo,
  );
  serveOpen(app, contract.handIn, { ...work, audit: 'reply handed in by key' }, handling.submit);
  serveOpen(app, contract.askToReturn, { ...work, audit: 'return asked by key' }, askReturn);
}

function fileRoutes(app: App, mayRead: MayRead): void {
  serveOpenRaw(
    app,
    {
      method: 'POST',
      path: '/open/v1/files',
      summary: 'Upload a file (multipart): purpose, takenAt, lng, lat, file; hand it in by its id',
      scope: 'orders:work',
      audit: 'file uploaded by key',
    },
    (call) => uploadFile(call, app.runtime),
  );
  serveOpenRaw(
    app,
    {
      method: 'GET',
      path: '/open/v1/files/:fileId',
      summary: 'The bytes of a file of a duty',
      scope: 'orders:read',
      audit: 'file read by key',
    },
    (call) => readFile(call, mayRead),
  );
}

function hookRoutes(app: App): void {
  const hook = { scope: 'changes:read' } as const;
  serveOpen(app, contract.listHooks, { ...hook, audit: 'hooks read by key' }, listOwnHooks);
  serveOpen(app, contract.addHook, { ...hook, audit: 'hook made by key' }, addHook);
  serveOpen(app, contract.endHook, { ...hook, audit: 'hook ended by key' }, endOwnHook);
  const may = 'accounts.manage';
  mount(app, contract.hooksOfAccount, { may, audit: 'hooks of an account read' }, listHooks);
  mount(app, contract.endHookOfAccount, { may, audit: 'hook ended' }, endHookOf);
}

function exportRoutes(app: App): void {
  const rules = { scope: 'export:read' } as const;
  serveOpen(app, contract.askExport, { ...rules, audit: 'bulk export asked by key' }, askExport);
  serveOpen(app, contract.readExport, { ...rules, audit: 'bulk export read by key' }, readExport);
  serveOpenRaw(
    app,
    {
      method: 'GET',
      path: '/open/v1/exports/:exportId/parts/:no',
      summary: 'The bytes of one part of an export: JSON lines, gzipped',
      ...rules,
      audit: 'bulk export taken by key',
    },
    readPart,
  );
}
