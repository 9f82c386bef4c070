import type { AnswerFinding } from './AnswerFinding';
import type { GroupView } from './GroupView';
import type { QuestionView } from './QuestionView';
import type { Score } from './Score';

export type AnsweredView = {
  /** UTC. */
  saved_at: string;
  /** Paths of all questions now, in order. */
  order: string[];
  /** New or different. */
  changed: QuestionView[];
  groups: GroupView[];
  answered: number;
  asked: number;
  missing: number;
  score: Score | null;
  findings: AnswerFinding[];
};
