import { z } from 'zod';
import { route } from '../route.ts';
import { day, done, id, instant, unitBrief, unitCode } from '../shapes.ts';
import { dossierParts, dossierStates, publicTextStates } from '../words/campaigns.ts';
import { removalKinds } from '../words/release.ts';

const count = z.number().int();
const facts = z.string().trim().min(10).max(4000);
/** Words the signer says name nobody, of those the scan took for names. */
const nobody = z.array(z.string().trim().min(1).max(20)).max(50);

/** 扫描结果: what would lead to a person, as it stands in the text. */
const found = z.object({ kind: z.enum(removalKinds), words: z.string(), mayBeNobody: z.boolean() });

const dossier = z.object({
  id,
  entryId: id,
  state: z.enum(dossierStates),
  facts: z.string(),
  factsNo: count,
  unit: unitBrief,
  writtenBy: z.string(),
  writtenAt: instant,
  handedAt: instant.nullable(),
  scan: z.array(found),
  signs: z.array(
    z.object({
      part: z.enum(dossierParts),
      words: z.string(),
      by: z.string(),
      at: instant,
      /** When it is filmed, was broadcast, was looked at again. */
      on: day.nullable(),
      link: z.string().nullable(),
      /** 材料改过以后要重签. */
      isOld: z.boolean(),
    }),
  ),
  missing: z.array(z.enum(dossierParts)),
});

export const writeDossier = route({
  method: 'POST',
  path: '/campaigns/entries/:entryId/dossier',
  summary: 'Write the facts of a stubborn problem for the media, or write them anew (媒体问效材料)',
  params: z.object({ entryId: id }),
  body: z.object({ facts, unit: unitCode }),
  reply: z.object({ dossierId: id }),
});

export const readDossier = route({
  method: 'GET',
  path: '/campaigns/entries/:entryId/dossier',
  summary: 'The media dossier of a listed problem, with what the scan finds and who signed what',
  params: z.object({ entryId: id }),
  reply: z.object({
    dossier: dossier.nullable(),
    can: z.object({ write: z.boolean(), sign: z.boolean() }),
  }),
});

export const signDossier = route({
  method: 'POST',
  path: '/campaigns/dossiers/:dossierId/sign',
  summary: 'Sign one part of a media dossier, of the wording that was seen',
  params: z.object({ dossierId: id }),
  body: z.object({
    factsNo: count,
    part: z.enum(dossierParts),
    words: z.string().trim().min(2).max(500),
    nobody: nobody.default([]),
    on: day.optional(),
    link: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .optional(),
  }),
  reply: done,
});

export const handOverDossier = route({
  method: 'POST',
  path: '/campaigns/dossiers/:dossierId/hand-over',
  summary:
    'Give the de-identified facts to the media: refused while anything is found or not signed',
  params: z.object({ dossierId: id }),
  reply: z.object({ text: z.string() }),
});

const publicText = z.object({
  id,
  entryId: id.nullable(),
  entryName: z.string().nullable(),
  state: z.enum(publicTextStates),
  title: z.string(),
  words: z.string(),
  writtenBy: z.string(),
  writtenAt: instant,
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  scan: z.array(found),
});

export const writePublicText = route({
  method: 'POST',
  path: '/campaigns/:campaignId/public',
  summary: 'Propose words for the public progress page, of the campaign or of one problem',
  params: z.object({ campaignId: id }),
  body: z.object({
    entryId: id.optional(),
    title: z.string().trim().min(2).max(60),
    words: z.string().trim().min(4).max(1000),
  }),
  reply: z.object({ textId: id }),
});

export const listPublicTexts = route({
  method: 'GET',
  path: '/campaigns/:campaignId/public',
  summary: 'Words proposed, signed and withdrawn for the public progress page',
  params: z.object({ campaignId: id }),
  reply: z.object({
    rows: z.array(publicText),
    shownCap: count,
    can: z.object({ write: z.boolean(), sign: z.boolean() }),
  }),
});

export const signPublicText = route({
  method: 'POST',
  path: '/campaigns/public/:textId/sign',
  summary: 'A second person signs the words; from now on anybody reads them',
  params: z.object({ textId: id }),
  body: z.object({ nobody: nobody.default([]) }),
  reply: done,
});

export const withdrawPublicText = route({
  method: 'POST',
  path: '/campaigns/public/:textId/withdraw',
  summary: 'Take words off the public page',
  params: z.object({ textId: id }),
  reply: done,
});
