import type { Finding } from './Finding';
import type { GroupView } from './GroupView';
import type { QuestionView } from './QuestionView';
import type { RemarkView } from './RemarkView';
import type { Score } from './Score';

export type EntryFormView = {
  id: string;
  form_id: string;
  version: string;
  title: string;
  cooperative: string;
  cooperative_name: string;
  owner: string;
  state: 'draft' | 'finalised' | 'returned' | 'validated' | 'closed';
  answered: number;
  asked: number;
  missing: number;
  groups: GroupView[];
  questions: QuestionView[];
  parked: { path: string; value: string; why: string }[];
  findings: Finding[];
  events: { act: string; person: string; at: string; note: string | null }[];
  remarks: RemarkView[];
  score: Score | null;
  previous_score: Score | null;
  editable: boolean;
};
