import type { ChoiceView } from './ChoiceView';
import type { RemarkView } from './RemarkView';

export type QuestionView = {
  path: string;
  name: string;
  type: string;
  label: string;
  hint: string | null;
  guidance: string | null;
  group: string | null;
  control: 'one' | 'many' | 'text' | 'number' | 'date' | 'time' | 'other';
  /** The choices are levels of maturity, 0 to 4. */
  levels: boolean;
  choices: ChoiceView[];
  value: string;
  shown: string;
  required: boolean;
  readonly: boolean;
  bad: 'constraint' | 'required' | null;
  message: string | null;
  comment: string | null;
  source: 'seen' | 'declared' | 'estimated' | null;
  /** The reason. */
  not_applicable: string | null;
  may_not_apply: boolean;
  evidence: string[];
  provisional: boolean;
  /** In words. */
  previous: string | null;
  previous_value: string | null;
  remarks: RemarkView[];
  /** Text typed and not yet written: by field `value`, `comment`, `not_applicable`. */
  drafts: Record<string, string>;
};
