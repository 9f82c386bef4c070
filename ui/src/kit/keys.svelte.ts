// The keys that act on the screen there is: screens tell them, the help on ? lists them.

export interface KeyGroup {
  title: string;
  /** Keys as they are printed, and what they do. */
  keys: readonly { keys: readonly string[]; label: string }[];
}

let told = $state.raw<readonly (() => KeyGroup)[]>([]);

/** Tells the keys of a screen while it is there: an effect. Words are asked for when they are shown. */
export function tellKeys(group: () => KeyGroup): () => void {
  told = [...told, group];
  return () => {
    told = told.filter((one) => one !== group);
  };
}

/** What is told now. */
export function keysTold(): KeyGroup[] {
  return told.map((group) => group());
}
