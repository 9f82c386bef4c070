import { has, t } from '../../words';

/** An axis in a word or two, where the programme has one; else as its form names it. */
export function axisName(name: string, label: string): string {
  const id = `cooperative-axis-${name}`;
  return has(id) ? t(id) : label;
}
