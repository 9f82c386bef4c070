import type { OpenedView } from './OpenedView';

export type LaptopView = {
  state: 'empty' | 'locked' | 'open';
  /** A demonstration is on this laptop. */
  demonstration: boolean;
  version: string;
  opened: OpenedView | null;
};
