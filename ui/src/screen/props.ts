import type { OpenedView, StatusView } from '../ipc/call';
import type { Route, Screen } from './route';
import type { Tabs } from './tab';

/** Asked before a screen is left: whether everything of it is saved. */
export type Guard = () => Promise<boolean>;

/** What the window gives to every screen. */
export type ScreenProps<S extends Screen = Screen> = {
  route: Route<S>;
  /** Who works here. */
  opened: OpenedView;
  /** How this laptop stands with the centre; nothing until it is read. */
  status: StatusView | null;
  /** Milliseconds since 1970, moving on each minute. */
  now: number;
  /** What other features show on a cooperative's page. */
  tabs: Tabs;
  ongo: (route: Route) => void;
  /** To where the person came from. */
  onback: () => void;
  onguard: (guard: Guard | null) => void;
};
