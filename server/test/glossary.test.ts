import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as contract from '@minsheng/contract';
import { expect, test } from 'vitest';
import { modules } from '../src/modules.ts';
import { projectRoot } from './fences.ts';

interface Row {
  readonly code: string;
  readonly chinese: string;
  readonly module: string;
}

interface Vocabulary {
  readonly words: readonly (string | number)[];
  /** What staff read; a word without one is only looked for. */
  readonly labels?: Readonly<Record<string, string>>;
}

const glossary = readFileSync(join(projectRoot, 'GLOSSARY.md'), 'utf8');

/** By section, because one word may mean two things: `dispatch` is a decision of the agent and a step. */
function sectionsOf(page: string): Map<string, Row[]> {
  const sections = page.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => [
      section.split('\n', 1)[0]?.replace(/ \P{ASCII}+.*$/u, '') ?? '',
      [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \| [^|]+ \| ([^|]+) \|$/gm)].map(
        ([, code = '', chinese = '', module = '']) => ({ code, chinese, module }),
      ),
    ]),
  );
}

const labelsOf = (words: Readonly<Record<string, { readonly label: string }>>) =>
  Object.fromEntries(Object.entries(words).map(([word, { label }]) => [word, label]));

const vocabularies: Readonly<Record<string, readonly Vocabulary[]>> = {
  'Order statuses': [{ words: contract.orderStatuses, labels: contract.orderStatusLabel }],
  'Duty states': [{ words: contract.assignmentStates, labels: contract.assignmentStateLabel }],
  'Duty roles': [{ words: contract.assignmentRoles, labels: contract.assignmentRoleLabel }],
  'Appeal types': [{ words: contract.appealTypes, labels: contract.appealTypeLabel }],
  Urgency: [{ words: contract.urgencies, labels: contract.urgencyLabel }],
  Secrecy: [{ words: contract.secrecyLevels, labels: contract.secrecyLabel }],
  Channels: [{ words: contract.channels, labels: contract.channelLabel }],
  'What the agent decides': [{ words: contract.intakeResults, labels: contract.intakeResultLabel }],
  'Requester kinds': [{ words: contract.requesterKinds, labels: contract.requesterKindLabel }],
  Roles: [{ words: contract.roles, labels: labelsOf(contract.roleWords) }],
  'Scopes of a key': [{ words: contract.apiScopes, labels: labelsOf(contract.apiScopeWords) }],
  'Data scopes': [{ words: contract.scopes, labels: contract.scopeLabel }],
  'Sources of a tip': [{ words: contract.tipSources, labels: contract.tipSourceLabel }],
  'Ends of a tip': [{ words: contract.tipStates, labels: contract.tipStateLabel }],
  'How an answer stands that is opened by its link': [
    { words: contract.answerStates, labels: contract.answerStateLabel },
  ],
  'Lists of tips': [{ words: contract.tipBoxes, labels: contract.tipBoxLabel }],
  'Why nothing is made of a tip': [
    { words: contract.tipRefusals, labels: contract.tipRefusalLabel },
  ],
  'Kinds of piece': [{ words: contract.pieceKinds, labels: contract.pieceKindLabel }],
  'States of a piece': [{ words: contract.pieceStates, labels: contract.pieceStateLabel }],
  'Lists of pieces': [{ words: contract.pieceBoxes, labels: contract.pieceBoxLabel }],
  'Reviews of a piece': [{ words: contract.reviewSteps, labels: contract.reviewStepLabel }],
  'What a piece rests on': [{ words: contract.basisKinds, labels: contract.basisKindLabel }],
  'States of an answering day': [
    { words: contract.answeringStates, labels: contract.answeringStateLabel },
  ],
  'Results of a promise': [{ words: contract.promiseResults, labels: contract.promiseResultLabel }],
  'Lists of promises': [{ words: contract.promiseBoxes, labels: contract.promiseBoxLabel }],
  'Orders of the effect page': [{ words: contract.effectBoxes, labels: contract.effectBoxLabel }],
  'Counts of the effect page': [
    { words: contract.effectCounts, labels: contract.effectCountLabel },
  ],
  'Kinds of regulation': [
    { words: contract.regulationKinds, labels: contract.regulationKindLabel },
  ],
  'What cites a regulation': [{ words: contract.citingKinds, labels: contract.citingKindLabel }],
  'What a review of a citing rule says': [
    { words: contract.citingOutcomes, labels: contract.citingOutcomeLabel },
  ],
  'What a brief is about': [{ words: contract.briefAbouts, labels: contract.briefAboutLabel }],
  'What a section holds': [{ words: contract.sectionHolds, labels: contract.sectionHoldsLabel }],
  'What a hold stands over': [{ words: contract.holdTargets, labels: contract.holdTargetLabel }],
  'Grounds of a hold': [{ words: contract.holdGrounds, labels: contract.holdGroundLabel }],
  'Kinds of what is kept': [
    { words: contract.retentionKinds, labels: contract.retentionKindLabel },
  ],
  'States of a destruction list': [{ words: contract.listStates, labels: contract.listStateLabel }],
  'Outcomes on a destruction list': [
    { words: contract.itemOutcomes, labels: contract.itemOutcomeLabel },
  ],
  'States of a brief': [{ words: contract.briefStates, labels: contract.briefStateLabel }],
  'Kinds of campaign': [{ words: contract.campaignKinds, labels: contract.campaignKindLabel }],
  'States of a campaign': [{ words: contract.campaignStates, labels: contract.campaignStateLabel }],
  'Forms of a lasting measure': [
    { words: contract.lastingMeasureKinds, labels: contract.lastingMeasureKindLabel },
  ],
  'What a re-check of a campaign says': [
    { words: contract.recheckOutcomes, labels: contract.recheckOutcomeLabel },
  ],
  'Parts of a media dossier': [{ words: contract.dossierParts, labels: contract.dossierPartLabel }],
  'States of a media dossier': [
    { words: contract.dossierStates, labels: contract.dossierStateLabel },
  ],
  'States of public words': [
    { words: contract.publicTextStates, labels: contract.publicTextStateLabel },
  ],
  'Roles in a task force': [{ words: contract.memberRoles, labels: contract.memberRoleLabel }],
  'Tasks of a campaign': [
    { words: contract.campaignTaskKinds, labels: contract.campaignTaskKindLabel },
  ],
  'States of a gathering': [
    { words: contract.gatheringStates, labels: contract.gatheringStateLabel },
  ],
  'States of a listed problem': [{ words: contract.entryStates, labels: contract.entryStateLabel }],
  'Why an appeal stands in a problem': [
    { words: contract.linkCauses, labels: contract.linkCauseLabel },
  ],
  'Account states': [{ words: contract.accountStates, labels: contract.accountStateLabel }],
  Dimensions: [{ words: contract.dimensions, labels: contract.dimensionLabel }],
  'Report states': [{ words: contract.reportStates, labels: contract.reportStateLabel }],
  'Unit kinds': [{ words: contract.unitKinds }],
  'Grades of conduct': [{ words: contract.conductGrades, labels: contract.conductGradeLabel }],
  'Grounds of a measure': [{ words: contract.conductGrounds, labels: contract.conductGroundLabel }],
  'Measures against abuse': [
    { words: contract.conductMeasures, labels: contract.conductMeasureLabel },
  ],
  'States of a measure': [{ words: contract.conductStates, labels: contract.conductStateLabel }],
  'Why guidance is looked at again': [
    { words: contract.checkReasons, labels: contract.checkReasonLabel },
  ],
  'What became of that look': [{ words: contract.checkStates, labels: contract.checkStateLabel }],
  Desks: [{ words: contract.desks, labels: labelsOf(contract.deskWords) }],
  'Supervision levels': [{ words: contract.supervisionLevels }],
  'Supervision triggers': [
    { words: contract.supervisionTriggers, labels: contract.supervisionTriggerLabel },
  ],
  'Supervision instruments': [{ words: contract.instruments, labels: contract.instrumentLabel }],
  'Supervision states': [
    { words: contract.supervisionStates, labels: contract.supervisionStateLabel },
  ],
  'Warning points': [{ words: contract.warningPoints, labels: contract.warningPointLabel }],
  Measures: [{ words: contract.measureKinds, labels: contract.measureKindLabel }],
  'File purposes': [{ words: contract.filePurposes, labels: contract.filePurposeLabel }],
  'Call-back': [
    { words: contract.solvedAnswers, labels: contract.solvedAnswerLabel },
    { words: contract.ratings, labels: contract.ratingLabel },
    { words: contract.reasonClasses, labels: contract.reasonClassLabel },
    { words: contract.attemptChannels, labels: contract.attemptChannelLabel },
    { words: contract.timeBands, labels: contract.timeBandLabel },
    { words: contract.smsOutcomes, labels: contract.smsOutcomeLabel },
  ],
  'How a false completion was found': [
    { words: contract.foundHows, labels: contract.foundHowLabel },
  ],
  'What became of a false completion': [
    { words: contract.falseStates, labels: contract.falseStateLabel },
  ],
  'Why a rating does not count': [
    { words: contract.exclusionCodes, labels: contract.exclusionLabel },
  ],
  'Levels of a contest': [{ words: contract.contestLevels, labels: contract.contestLevelLabel }],
  'States of a contest': [{ words: contract.contestStates, labels: contract.contestStateLabel }],
  'Letter kinds': [{ words: contract.letterKinds, labels: contract.letterKindLabel }],
  'Letter states': [{ words: contract.letterStates, labels: contract.letterStateLabel }],
  'What became of a letter at a unit': [
    { words: contract.receiptStates, labels: contract.receiptStateLabel },
  ],
  'Why somebody is sent to look': [
    { words: contract.visitPurposes, labels: contract.visitPurposeLabel },
  ],
  'Kinds of trouble': [{ words: contract.troubleKinds, labels: contract.troubleKindLabel }],
  'How a trouble ends': [{ words: contract.troubleEnds, labels: contract.troubleEndLabel }],
  'What waits for somebody': [{ words: contract.waitKinds, labels: contract.waitKindLabel }],
  'Visit states': [{ words: contract.visitStates, labels: contract.visitStateLabel }],
  'What a visit found': [{ words: contract.visitOutcomes, labels: contract.visitOutcomeLabel }],
  'How an item is answered': [
    { words: contract.visitItemKinds, labels: contract.visitItemKindLabel },
  ],
  'What a letter is about': [{ words: contract.concernKinds, labels: contract.concernKindLabel }],
  'Kinds of task': [{ words: contract.taskKinds, labels: contract.taskKindLabel }],
  'Task states': [{ words: contract.taskStates, labels: contract.taskStateLabel }],
  'What a task belongs to': [
    { words: contract.taskSubjectKinds, labels: contract.taskSubjectKindLabel },
  ],
  'Lists of tasks': [{ words: contract.taskBoxes, labels: contract.taskBoxLabel }],
  'Meeting states': [{ words: contract.meetingStates, labels: contract.meetingStateLabel }],
  Attendance: [{ words: contract.attendances, labels: contract.attendanceLabel }],
  'What an item of the agenda names': [
    { words: contract.agendaKinds, labels: contract.agendaKindLabel },
  ],
  'Lists of meetings': [{ words: contract.meetingBoxes, labels: contract.meetingBoxLabel }],
  'Subjects of events': [{ words: contract.subjectKinds }],
  'Mechanisms of linkage': [
    { words: contract.linkageMechanisms, labels: contract.linkageMechanismLabel },
  ],
  'What the sums of linkage count': [
    { words: contract.linkageSumActs, labels: contract.linkageSumActLabel },
  ],
  'Parties of a mediation': [{ words: contract.partyRoles, labels: contract.partyRoleLabel }],
  'Results of a mediation': [
    { words: contract.mediationResults, labels: contract.mediationResultLabel },
  ],
  'Why an order is proposed for a consultation': [
    { words: contract.consultReasons, labels: contract.consultReasonLabel },
  ],
  'Fields that may be shared': [
    { words: contract.sharedFields, labels: contract.sharedFieldLabel },
  ],
  'Direction of sharing': [
    { words: contract.shareDirections, labels: contract.shareDirectionLabel },
  ],
  'Who asked for sharing': [{ words: contract.shareSides, labels: contract.shareSideLabel }],
  'States of a subscription': [{ words: contract.shareStates, labels: contract.shareStateLabel }],
  'How a batch passed': [{ words: contract.shareWays, labels: contract.shareWayLabel }],
  'Kinds of key dates': [{ words: contract.nodeKinds, labels: contract.nodeKindLabel }],
  'Families of key dates': [{ words: contract.nodeFamilies, labels: contract.nodeFamilyLabel }],
  'States of a reading': [{ words: contract.readingStates, labels: contract.readingStateLabel }],
  'Compared windows': [{ words: contract.windowRoles, labels: contract.windowRoleLabel }],
  'Words an object is found by': [
    { words: contract.objectNameKinds, labels: contract.objectNameKindLabel },
  ],
  'How an order was found': [{ words: contract.zeroHows, labels: contract.zeroHowLabel }],
  'Phases of a key date': [{ words: contract.nodePhases, labels: contract.nodePhaseLabel }],
  'States of a violation clue': [{ words: contract.clueStates, labels: contract.clueStateLabel }],
  'Lists of violation clues': [{ words: contract.clueBoxes, labels: contract.clueBoxLabel }],
  'Results of a violation clue': [
    { words: contract.clueResults, labels: contract.clueResultLabel },
  ],
  'Why another clue may be the same': [
    { words: contract.clueLikenesses, labels: contract.clueLikenessLabel },
  ],
  'Why a finding stays in a pack': [
    { words: contract.keepReasons, labels: contract.keepReasonLabel },
  ],
  'Ways of feeding back': [{ words: contract.tellWays, labels: contract.tellWayLabel }],
  'Figures of violation clues': [{ words: contract.clueFigures, labels: contract.clueFigureLabel }],
  'How a record is contested': [
    { words: contract.contestedHows, labels: contract.contestedHowLabel },
  ],
  'Lists of ledgers': [{ words: contract.ledgerBoxes, labels: contract.ledgerBoxLabel }],
  'Why an order is proposed for a ledger': [
    { words: contract.likeReasons, labels: contract.likeReasonLabel },
  ],
  'Where a site comes from': [{ words: contract.siteSources, labels: contract.siteSourceLabel }],
  'Who moves a site on': [{ words: contract.moveHands, labels: contract.moveHandLabel }],
  'What a move asks for': [{ words: contract.moveNeeds, labels: contract.moveNeedLabel }],
  'What was written down of a talk': [
    { words: contract.talkKinds, labels: contract.talkKindLabel },
  ],
  'Why a row of a sheet is refused': [
    { words: contract.rowFaults, labels: contract.rowFaultLabel },
  ],
  'Kinds of emergency': [{ words: contract.emergencyKinds, labels: contract.emergencyKindLabel }],
  'Kinds of signal': [{ words: contract.signalKinds, labels: contract.signalKindLabel }],
  'Levels of warning': [{ words: contract.warningLevels, labels: contract.warningLevelLabel }],
  'How far a signal is': [{ words: contract.signalStates, labels: contract.signalStateLabel }],
  'How a signal came': [{ words: contract.signalSources }],
  'How far a forecast is': [
    { words: contract.forecastStates, labels: contract.forecastStateLabel },
  ],
  'What brings a proactive order on': [
    { words: contract.proactiveTriggers, labels: contract.proactiveTriggerLabel },
  ],
  'To whom a notice goes': [
    { words: contract.tellingAudiences, labels: contract.tellingAudienceLabel },
  ],
  'How a notice is given out': [
    { words: contract.tellingChannels, labels: contract.tellingChannelLabel },
  ],
  'How far a notice is': [{ words: contract.tellingStates, labels: contract.tellingStateLabel }],
  'Where the actual number lies': [
    { words: contract.comparisonVerdicts, labels: contract.comparisonVerdictLabel },
  ],
  'Why a row of signals is refused': [
    { words: contract.signalFaults, labels: contract.signalFaultLabel },
  ],
  'What became of one order of a mass dispatch': [
    { words: contract.massResults, labels: contract.massResultLabel },
  ],
  'How far the help of a centre is': [
    { words: contract.guestStates, labels: contract.guestStateLabel },
  ],
  'Release states': [{ words: contract.releaseStates, labels: contract.releaseStateLabel }],
  'Parts of a release': [{ words: contract.releaseParts, labels: contract.releasePartLabel }],
  'Kinds of removal': [{ words: contract.removalKinds, labels: contract.removalKindLabel }],
  'Why something was put back': [
    { words: contract.putBackReasons, labels: contract.putBackReasonLabel },
  ],
  'Warning states': [{ words: contract.warningStates, labels: contract.warningStateLabel }],
  'Why a warning means nothing': [{ words: contract.dismissals, labels: contract.dismissalLabel }],
  'What is learnt': [{ words: contract.modelKinds, labels: contract.modelKindLabel }],
  'Versions of a model': [
    { words: contract.versionStates, labels: contract.versionStateLabel },
    { words: contract.verdicts, labels: contract.verdictLabel },
  ],
  Trainings: [
    { words: contract.trainingStates, labels: contract.trainingStateLabel },
    { words: contract.trainingPhases, labels: contract.trainingPhaseLabel },
  ],
  'Runs of grouping': [
    { words: contract.runStates, labels: contract.runStateLabel },
    { words: contract.runPhases, labels: contract.runPhaseLabel },
  ],
  'What became of a found problem': [
    { words: contract.problemStates, labels: contract.problemStateLabel },
  ],
  'When a fact falls into a period': [
    { words: contract.periodBases, labels: contract.periodBasisLabel },
  ],
  'What feeds a figure': [{ words: contract.figureSources, labels: contract.figureSourceLabel }],
  'Parts of a cell': [{ words: contract.cellParts, labels: contract.cellPartLabel }],
  'Why a found problem is none': [
    { words: contract.problemDismissals, labels: contract.problemDismissalLabel },
  ],
  'What a warning counts': [
    { words: contract.warningSubjects, labels: contract.warningSubjectLabel },
  ],
  'Why an order is left to a person': [
    { words: contract.heldReasons, labels: contract.heldReasonLabel },
  ],
  'Where a proposal comes from': [
    { words: contract.proposalSources, labels: contract.proposalSourceLabel },
  ],
  'What was changed of automatic dispatch': [
    { words: contract.autoChanges, labels: contract.autoChangeLabel },
  ],
  'What a number of that page counts': [
    { words: contract.autoNumbers, labels: contract.autoNumberLabel },
  ],
  'Kinds of message': [{ words: contract.messageKinds, labels: contract.messageKindLabel }],
  'Modes of transfer': [{ words: contract.transferModes, labels: contract.transferModeLabel }],
  'Stages told by a peer': [
    { words: contract.progressStages, labels: contract.progressStageLabel },
  ],
  'Outcomes told by a peer': [
    { words: contract.resultOutcomes, labels: contract.resultOutcomeLabel },
  ],
  'Risk of a clue': [{ words: contract.clueRisks, labels: contract.clueRiskLabel }],
  'Direction of a message': [
    { words: contract.messageDirections, labels: contract.messageDirectionLabel },
  ],
  'How far a message is': [{ words: contract.messageStates, labels: contract.messageStateLabel }],
};

function missingIn(page: string): string[] {
  const sections = sectionsOf(page);
  return Object.entries(vocabularies).flatMap(([section, lists]) => {
    const rows = sections.get(section) ?? [];
    return lists.flatMap(({ words, labels }) =>
      words
        .filter((word) => !rows.some((row) => says(row, String(word), labels)))
        .map((word) => `${section}: ${word} ${labels?.[word] ?? ''}`.trim()),
    );
  });
}

const says = ({ code, chinese }: Row, word: string, labels: Vocabulary['labels']): boolean =>
  code === word && (labels === undefined || chinese === labels[word]);

test('every word of the closed vocabularies is explained with the Chinese staff read', () => {
  expect(missingIn(glossary)).toEqual([]);
});

test('no word is explained that the vocabulary has dropped, and none twice', () => {
  const sections = sectionsOf(glossary);
  for (const [section, lists] of Object.entries(vocabularies)) {
    const words = lists.flatMap((list) => list.words.map(String));
    expect(
      (sections.get(section) ?? []).map(({ code }) => code),
      section,
    ).toEqual(words);
  }
  for (const [section, rows] of sections)
    expect(new Set(rows.map(({ code }) => code)).size, section).toBe(rows.length);
});

test('every row names a module there is', () => {
  const rows = [...sectionsOf(glossary).values()].flat();
  expect(rows.length).toBeGreaterThan(150);
  const known = new Set<string>([...Object.keys(modules), 'platform']);
  expect(rows.filter(({ module }) => !known.has(module))).toEqual([]);
  const owning = new Set(rows.map(({ module }) => module));
  const silent = Object.keys(modules).filter((name) => !owning.has(name));
  // These two own no word of their own: one shows, one splits sentences.
  expect(silent).toEqual(['text', 'insight']);
});

test('the checks bite', () => {
  expect(
    missingIn(glossary.replace('| `need-info` | 待补充 |', '| `need-info` | 缺信息 |')),
  ).toHaveLength(1);
  expect(missingIn(glossary.replace('## Channels', '## Ways'))).toHaveLength(
    contract.channels.length,
  );
});
