import type { replyForm } from '@minsheng/contract/handling.ts';
import type { MeasureKind } from '@minsheng/contract/words/assignment.ts';
import { type Kept, kept } from '../../shell/kept.ts';

type ReplyForm = (typeof replyForm)['_input'];

/** The completion form as typed. */
export interface ReplyDraft {
  isTrue: ReplyForm['isTrue'] | null;
  isSolved: ReplyForm['isSolved'] | null;
  unsolvedReason: string;
  process: string;
  publicAnswer: string;
  basis: string;
  measures: { kind: MeasureKind; what: string }[];
  assetChanges: { what: string; count: string; place: string }[];
}

/** What every part of the form is given. */
export interface ReplyPartProps {
  draft: ReplyDraft;
  change: (part: Partial<ReplyDraft>) => void;
}

export const emptyReply: ReplyDraft = {
  isTrue: null,
  isSolved: null,
  unsolvedReason: '',
  process: '',
  publicAnswer: '',
  basis: '',
  measures: [],
  assetChanges: [],
};

export function keptReply(assignmentId: string): Kept<ReplyDraft> {
  return kept<ReplyDraft>('local', `reply.${assignmentId}.1`);
}

export interface EvidenceNeed {
  code: string;
  label: string;
  required: boolean;
}

/** Uploaded photos by the code of the evidence they stand for. */
export type EvidenceFiles = Readonly<Record<string, readonly string[]>>;

export type ReplyProblem =
  | {
      kind:
        | 'isTrue'
        | 'isSolved'
        | 'reason'
        | 'answer'
        | 'measures'
        | 'measureWords'
        | 'assetWords';
    }
  | { kind: 'evidence'; label: string };

interface Asked {
  /** Whoever answers the citizen, or acts in its stead, fills the whole form; an assisting unit reports its part. */
  isWhole: boolean;
  asksMeasures: boolean;
  evidence: readonly EvidenceNeed[];
}

/** What is still missing, in the order of the form; the server has the last word. */
export function replyProblems(
  draft: ReplyDraft,
  files: EvidenceFiles,
  asked: Asked,
): ReplyProblem[] {
  const problems: ReplyProblem[] = [];
  if (!draft.isTrue) problems.push({ kind: 'isTrue' });
  if (!draft.isSolved) problems.push({ kind: 'isSolved' });
  const isUnsolved = draft.isSolved === 'partly' || draft.isSolved === 'not-solved';
  if (isUnsolved && draft.unsolvedReason.trim() === '') problems.push({ kind: 'reason' });
  // What was not there needs neither proof nor measures.
  const isProofNeeded = asked.isWhole && draft.isTrue !== 'not-true';
  for (const need of asked.evidence) {
    const isMissing = isProofNeeded && need.required && (files[need.code] ?? []).length === 0;
    if (isMissing) problems.push({ kind: 'evidence', label: need.label });
  }
  if (draft.publicAnswer.trim().length < 4) problems.push({ kind: 'answer' });
  if (isProofNeeded && asked.asksMeasures && draft.measures.length === 0)
    problems.push({ kind: 'measures' });
  if (draft.measures.some(({ what }) => what.trim().length < 2))
    problems.push({ kind: 'measureWords' });
  if (
    draft.assetChanges.some(
      (asset) => asset.what.trim().length < 2 || countOf(asset.count) === null,
    )
  ) {
    problems.push({ kind: 'assetWords' });
  }
  return problems;
}

/** The reply as the contract wants it; null while the two questions are open. */
export function replyOf(draft: ReplyDraft, files: EvidenceFiles): ReplyForm | null {
  if (!draft.isTrue || !draft.isSolved) return null;
  const publicAnswer = draft.publicAnswer.trim();
  return {
    isTrue: draft.isTrue,
    isSolved: draft.isSolved,
    unsolvedReason: draft.isSolved === 'solved' ? '' : draft.unsolvedReason.trim(),
    process: draft.process.trim().length >= 4 ? draft.process.trim() : publicAnswer,
    publicAnswer,
    basis: draft.basis.trim(),
    measures: draft.measures.map(({ kind, what }) => ({ kind, what: what.trim() })),
    assetChanges: draft.assetChanges.map((asset) => ({
      what: asset.what.trim(),
      count: countOf(asset.count) ?? 1,
      place: asset.place.trim(),
    })),
    evidence: Object.entries(files).flatMap(([code, ids]) =>
      ids.map((fileId) => ({ code, fileId })),
    ),
  };
}

function countOf(typed: string): number | null {
  const count = Number(typed.normalize('NFKC').trim());
  return Number.isInteger(count) && count >= 1 && count <= 100_000 ? count : null;
}
