/** Choices of a list, and how they are found. */
import { plain, terms } from '../words';

export type Choice = {
  value: string;
  label: string;
  /** A second line. */
  detail?: string | undefined;
  /** Choices of one group stand together under its name. */
  group?: string | undefined;
  disabled?: boolean;
  /** Other words by which it is found. */
  also?: string | undefined;
};

/** Choices under the names of their groups, in the order in which these first appear. */
export function grouped(choices: readonly Choice[]): { name: string; choices: Choice[] }[] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const name = choice.group ?? '';
    const group = groups.get(name);
    if (group) group.push(choice);
    else groups.set(name, [choice]);
  }
  return [...groups].map(([name, choices]) => ({ name, choices }));
}

/** Those in which each word that was typed begins some word, accents aside. */
export function sought<C extends Choice>(choices: readonly C[], text: string): C[] {
  const wanted = terms(text);
  if (wanted.length === 0) return [...choices];
  return choices.filter((choice) => {
    const words = ` ${plain(`${choice.label} ${choice.detail ?? ''} ${choice.also ?? ''}`)}`;
    return wanted.every((word) => words.includes(` ${word}`));
  });
}
