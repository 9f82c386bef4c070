// How the person wants the window: kept in the encrypted store, and theirs on this laptop.
import { keep, kept } from './kept';

export const THEMES = ['system', 'light', 'dark'] as const;
export const MOTIONS = ['system', 'reduced'] as const;
/** Percent of the usual size. */
export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const;
/** Minutes without input before the laptop is locked; 0: never. */
export const AUTOLOCKS = [0, 5, 15, 30, 60] as const;

const USUAL = {
  theme: 'system' as (typeof THEMES)[number],
  motion: 'system' as (typeof MOTIONS)[number],
  zoom: 100,
  autolock: 15,
  /** Single keys act: digits answer, letters open. */
  letters: true,
};
export type Values = typeof USUAL;

function among<T extends string | number>(all: readonly T[], text: string | null, usual: T): T {
  return all.find((one) => String(one) === text) ?? usual;
}

class Settings {
  theme = $state(USUAL.theme);
  motion = $state(USUAL.motion);
  zoom = $state(USUAL.zoom);
  autolock = $state(USUAL.autolock);
  letters = $state(USUAL.letters);

  /** Reads what this person kept; what another version kept and this one does not know is as usual. */
  restore = (): void => {
    this.theme = among(THEMES, kept('settings.theme'), USUAL.theme);
    this.motion = among(MOTIONS, kept('settings.motion'), USUAL.motion);
    this.zoom = among<number>(ZOOMS, kept('settings.zoom'), USUAL.zoom);
    this.autolock = among<number>(AUTOLOCKS, kept('settings.autolock'), USUAL.autolock);
    this.letters = kept('settings.letters') !== 'false';
  };

  /** Takes a choice at once and keeps it. Rejects with a `Failure`; it stays taken. */
  set = async (change: Partial<Values>): Promise<void> => {
    Object.assign(this, change);
    for (const [name, value] of Object.entries(change)) await keep(`settings.${name}`, String(value));
  };

  /** The next size up or down. */
  zoomBy = (step: 1 | -1): Promise<void> => {
    const at = ZOOMS.findIndex((one) => one >= this.zoom);
    const next = ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + step))];
    return this.set({ zoom: next ?? USUAL.zoom });
  };
}

export const settings = new Settings();
